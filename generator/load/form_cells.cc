#include "load/form_cells.h"

namespace gongkai {

CellIndex resolve_cell(const Form& form, const CellName& name) {
  const CellIndex cell = form.cell(name.text);
  if (cell != no_cell && name.sum && !form.cells[cell].head) return no_cell;
  return cell;
}

std::vector<std::string> all_addresses(const Form& form) {
  std::vector<std::string> known;
  for (const auto& [address, cell] : form.addresses) known.push_back(address);
  return known;
}

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (char c : text) {
    if (c == ' ' || c == ',' || c == '[' || c == ']') {
      if (!word.empty()) words.push_back(std::move(word));
      word.clear();
    } else {
      word += c;
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

void report_expression(const FileContext& context, const YamlNode& node,
                       const ExpressionError& error, const std::vector<std::string>& known) {
  // The offset counts inside the scalar; a quoted one begins a character later.
  Mark mark = node.mark;
  mark.column += static_cast<std::uint32_t>(error.offset + (node.quoted ? 1 : 0));
  switch (error.kind) {
    case ExpressionError::Kind::syntax:
      context.error(codes::expression_syntax, context.at(mark), {error.found});
      break;
    case ExpressionError::Kind::not_linear:
      context.error(codes::expression_not_linear, context.at(mark));
      break;
    case ExpressionError::Kind::unknown_name: {
      Diagnostic& d = context.error(codes::form_unknown_cell,
                                    context.at(mark, error.found.size()), {error.found});
      suggest(d, error.found, known);
      break;
    }
  }
}

}  // namespace gongkai
