#include "import/binding.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "diagnostics/codes/import.h"
#include "import/label_key.h"

namespace gongkai {

Binding::Binding(const Form& the_form, const Document& document, const std::string& the_file)
    : form(the_form), file(the_file), labels(the_form), rows(printed_rows(document)) {
  bound.form = &form;
  bound.tables.resize(form.tables.size());
  bound.first_block.assign(form.tables.size(), SIZE_MAX);
  for (const PrintedRow& row : rows) {
    for (const PrintedCell& cell : row.cells) {
      if (cell.look == CellLook::text) words += cell.key;
    }
  }
}

Diagnostic& Binding::add(const Wording& wording, const PrintedRow* row,
                         std::vector<std::string> arguments) {
  const bool line = row != nullptr && row->line > 0;
  const Mark mark = line ? Mark{static_cast<std::uint32_t>(row->line), 1} : Mark{};
  Diagnostic& d = bound.diagnostics.add(wording, {file, mark, 0}, std::move(arguments));
  if (row != nullptr && !line && row->table != PrintedRow::line_of_text) {
    d.notes.push_back({&notes::place_in_original,
                       {},
                       {std::to_string(row->table + 1), std::to_string(row->number)}});
  }
  return d;
}

void Binding::add_left_over(const PrintedRow* row, const std::string& text) {
  single_left.emplace_back(row, one_line(text));
}

std::string printed(const std::vector<PrintedCell>& cells) {
  std::vector<std::string> texts;
  for (const PrintedCell& cell : cells)
    texts.push_back(is_blank(cell.text) ? "␣" : one_line(cell.text));
  return fmt::format("{}", fmt::join(texts, " | "));
}

}  // namespace gongkai
