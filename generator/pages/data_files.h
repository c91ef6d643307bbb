#pragma once

#include <string>
#include <vector>

#include "data/catalogue.h"
#include "data/codebook.h"
#include "pages/context.h"
#include "pages/view.h"

namespace gongkai {

/// The bytes of a data file. Throws std::system_error where a workbook cannot be made.
std::string make_data_file(const PageContext& context, const Route& route);

/// The reports that a data page or a data file is about, in the order of its lines.
std::vector<const Report*> reports_of(const PageContext& context, const Route& route);

/// The files of a data page in the order in which it offers them.
std::vector<const Route*> data_files_of(const PageContext& context, const Route& page);

/// The data set that a page of downloads offers, with its links as they are to stand at `from`.
Dataset dataset_of(const PageContext& context, const Route& page, std::string_view from);

/// The forms of the reports that are shown, for the codebook.
std::vector<CodebookForm> codebook_forms(const Library& library);

/// What a data file is, in words.
std::string data_file_label(const PageContext& context, const Route& file);

/// A link to a page of downloads, or false where there is nothing to download.
View make_data_link(const PageContext& context, const Route& from, std::string_view address);

/// The title of a page of downloads.
std::string downloads_title(const PageContext& context, const Route& page);

}  // namespace gongkai
