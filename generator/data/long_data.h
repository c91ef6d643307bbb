#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/data_column.h"
#include "model/catalog.h"

namespace gongkai {

/// Appends the long form of reports: a line for every cell of each, in the order of the form.
void write_long_data(const Catalog& catalog, std::span<const Report* const> reports,
                     std::string& out);

/// Every correction of the reports, those of texts included, in the order of the reports.
void write_corrections(std::span<const Report* const> reports, std::string& out);

/// The reports themselves, a line each, with the digests of their tables.
void write_report_list(const Catalog& catalog, std::span<const Report* const> reports,
                       std::string& out);

const std::vector<DataColumn>& long_data_columns();
const std::vector<DataColumn>& correction_columns();
const std::vector<DataColumn>& report_list_columns();

/// A correction's figure as published data writes it: the number, or the word of its state.
std::string published_before(const Correction& correction);

}  // namespace gongkai
