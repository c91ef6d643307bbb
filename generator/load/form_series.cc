#include <algorithm>
#include <set>

#include "load/form_cells.h"
#include "load/form_rules.h"

namespace gongkai {
namespace {

// Marks every cell of what `same:` names: a table, a table without some rows, or one address.
bool mark_series(const std::string& entry, const Form& form, std::vector<bool>& continues) {
  const std::vector<std::string> words = split_words(entry);
  if (words.empty()) return false;
  const Table* table = form.table(words[0]);
  if (!table) {
    const CellIndex cell = form.cell(entry);
    if (cell == no_cell) return false;
    continues[cell] = true;
    return true;
  }
  if (words.size() > 1 && words[1] != "except") return false;
  const std::set<std::string> except(words.begin() + std::min<std::ptrdiff_t>(2, std::ssize(words)),
                                     words.end());
  for (const std::string& id : except) {
    if (!table->row(id)) return false;
  }
  for (CellIndex cell = 0; cell < form.cells.size(); ++cell) {
    const CellSpec& spec = form.cells[cell];
    if (&form.tables[spec.table] == table && !except.count(spec.row_id)) continues[cell] = true;
  }
  return true;
}

}  // namespace

void read_series(const FileContext& context, const YamlNode& node, Form& form) {
  MapReader map(context, node);
  form.series.mark = node.mark;
  form.series.after = map.required_text("after");
  for (const YamlNode* item : map.items("same")) {
    if (!expect_text(context, *item)) continue;
    if (!mark_series(item->text, form, form.series.continues)) {
      Diagnostic& d = context.error(codes::form_unknown_cell, context.at(*item), {item->text});
      suggest(d, item->text, all_addresses(form));
    }
  }
  map.finish();
}

}  // namespace gongkai
