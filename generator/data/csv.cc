#include "data/csv.h"

namespace gongkai {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view runs = "=+-@\t\r";

bool is_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && text.find_first_not_of("0123456789.") == text.npos;
}

bool needs_apostrophe(std::string_view text) {
  return !text.empty() && (text[0] == '\'' || runs.find(text[0]) != runs.npos);
}

/// Undoes what CsvWriter::text() put before a text; numbers never bear it.
std::string without_apostrophe(std::string field) {
  const std::string_view rest = std::string_view(field).substr(field.empty() ? 0 : 1);
  if (field.starts_with('\'') && needs_apostrophe(rest)) field.erase(0, 1);
  return field;
}

}  // namespace

std::string neutralised(std::string_view text) {
  const bool apostrophe = needs_apostrophe(text) && !is_number(text);
  return (apostrophe ? "'" : "") + std::string(text);
}

CsvWriter::CsvWriter(std::string& out) : out_(out) { out_ += byte_order_mark; }

void CsvWriter::separate() {
  if (!first_) out_ += ',';
  first_ = false;
}

void CsvWriter::plain(std::string_view text) {
  separate();
  out_ += text;
}

void CsvWriter::text(std::string_view text) {
  separate();
  const bool apostrophe = needs_apostrophe(text) && !is_number(text);
  if (text.find_first_of(",\"\r\n") == text.npos) {
    if (apostrophe) out_ += '\'';
    out_ += text;
    return;
  }
  out_ += '"';
  if (apostrophe) out_ += '\'';
  for (const char c : text) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  out_ += '"';
}

void CsvWriter::end_line() {
  out_ += "\r\n";
  first_ = true;
}

std::vector<std::vector<std::string>> read_csv(std::string_view text) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  std::vector<std::vector<std::string>> lines;
  std::vector<std::string> line;
  std::string field;
  bool quoted = false;
  auto end_field = [&] {
    line.push_back(without_apostrophe(std::move(field)));
    field.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"') {
        field += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        field += '"';
        ++i;
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      end_field();
    } else if (c == '\n') {
      end_field();
      lines.push_back(std::move(line));
      line.clear();
    } else if (c != '\r') {
      field += c;
    }
  }
  if (!field.empty() || !line.empty()) {
    end_field();
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace gongkai
