#include "import/csv.h"

#include <string_view>

#include "diagnostics/codes/tables.h"

namespace gongkai {
namespace {

/// Reads the values of a text one after the other. Line ends are LF (see check_text).
class CsvReader {
 public:
  CsvReader(const SourceText& source, Diagnostics& diagnostics)
      : file_(source.file), text_(source.text), diagnostics_(diagnostics) {}

  std::optional<std::vector<SheetRow>> read() {
    std::vector<SheetRow> rows;
    bool lengths_agree = true;
    while (at_ < text_.size()) {
      if (text_[at_] == '\n') {
        advance();
        continue;
      }
      std::optional<SheetRow> row = read_row();
      if (!row) return {};
      if (!rows.empty() && row->size() != rows.front().size()) {
        lengths_agree = false;
        diagnostics_.add(codes::csv_row_length, {file_, row->front().mark, 0},
                         {std::to_string(row->size()), std::to_string(rows.front().size())});
      }
      rows.push_back(std::move(*row));
    }
    if (!lengths_agree) return {};
    return rows;
  }

 private:
  bool at_end_of_value() const {
    return at_ == text_.size() || text_[at_] == ',' || text_[at_] == '\n';
  }

  void advance() {
    if (text_[at_] == '\n') {
      ++mark_.line;
      mark_.column = 1;
    } else {
      ++mark_.column;
    }
    ++at_;
  }

  std::optional<SheetRow> read_row() {
    SheetRow row;
    while (true) {
      std::optional<SheetCell> cell = text_.substr(at_).starts_with('"') ? read_quoted()
                                                                         : read_plain();
      if (!cell) return {};
      row.push_back(std::move(*cell));
      const bool more = at_ < text_.size() && text_[at_] == ',';
      if (at_ < text_.size()) advance();
      if (!more) return row;
    }
  }

  std::optional<SheetCell> read_plain() {
    SheetCell cell{{}, false, mark_};
    while (!at_end_of_value()) {
      if (text_[at_] == '"') {
        diagnostics_.add(codes::csv_quote_misplaced, {file_, mark_, 1});
        return {};
      }
      cell.text += text_[at_];
      advance();
    }
    return cell;
  }

  std::optional<SheetCell> read_quoted() {
    SheetCell cell{{}, true, mark_};
    advance();
    while (at_ < text_.size()) {
      const bool quote = text_[at_] == '"';
      if (quote) advance();
      if (quote && at_end_of_value()) return cell;
      if (quote && text_[at_] != '"') {
        diagnostics_.add(codes::csv_quote_misplaced, {file_, mark_, 1});
        return {};
      }
      cell.text += text_[at_];
      advance();
    }
    diagnostics_.add(codes::csv_quote_unclosed, {file_, cell.mark, 1});
    return {};
  }

  const std::string& file_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  Mark mark_{1, 1};
};

}  // namespace

std::optional<std::vector<SheetRow>> parse_csv(const SourceText& source,
                                               Diagnostics& diagnostics) {
  return CsvReader(source, diagnostics).read();
}

}  // namespace gongkai
