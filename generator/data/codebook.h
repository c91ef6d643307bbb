#pragma once

#include <set>
#include <string>
#include <vector>

#include "data/data_column.h"
#include "model/catalog.h"

namespace gongkai {

/// The forms whose cells occur in the data, each with the years of the reports that use it. Newest
/// form first.
struct CodebookForm {
  const Form* form = nullptr;
  std::set<int> years;
};

/// How a cell goes on from the form before: `continues`, `break`, or `start` where there is none.
std::string_view series_word(const Form& form, CellIndex cell);

/// Every address that occurs in the data, and no other, with what it means.
void write_codebook_csv(const std::vector<CodebookForm>& forms, std::string& out);
void write_codebook_json(const std::vector<CodebookForm>& forms, std::string& out);
const std::vector<DataColumn>& codebook_columns();

}  // namespace gongkai
