#include "write/row_key.h"

#include "diagnostics/printer.h"
#include "model/address.h"
#include "write/yaml_scalar.h"

namespace gongkai {

std::string table_key(const Form& form, const Table& table) {
  const auto index = static_cast<int>(&table - form.tables.data());
  const bool by_number =
      !table.number.empty() && resolve_table(form, table.number).index == index;
  return yaml_scalar(by_number ? table.number : table.id);
}

std::string row_key(const Table& table, int index) {
  const Row& row = table.rows[static_cast<std::size_t>(index)];
  for (const std::string* name : {&row.number, &row.label}) {
    const bool reserved = *name == "columns" || *name == "rest";
    if (!name->empty() && !reserved && resolve_row(table, *name).index == index) {
      return yaml_scalar(*name);
    }
  }
  return row.id.empty() ? std::string() : yaml_scalar(row.id);
}

std::size_t shown_width(const std::string& text) {
  return display_column(text, text.size() + 1).cells;
}

std::string row_list(const std::vector<std::string>& texts,
                     const std::vector<std::size_t>& widths) {
  std::string out = "[";
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) out += ", ";
    const std::size_t width = shown_width(texts[i]);
    if (i < widths.size() && widths[i] > width) out += std::string(widths[i] - width, ' ');
    out += texts[i];
  }
  return out + "]";
}

}  // namespace gongkai
