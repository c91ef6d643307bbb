#include "data/json.h"

#include <fmt/format.h>

#include <iterator>

namespace gongkai {

JsonWriter& JsonWriter::begin(char open, Layout layout) {
  before_value();
  out_ += open;
  levels_.push_back({open == '{' ? '}' : ']', lines_ && layout == Layout::open});
  return *this;
}

JsonWriter& JsonWriter::end() {
  const Level level = levels_.back();
  levels_.pop_back();
  if (level.open && !level.empty) out_.append(1, '\n').append(2 * levels_.size(), ' ');
  out_ += level.close;
  return *this;
}

void JsonWriter::before_value() {
  if (after_key_ || levels_.empty()) {
    after_key_ = false;
    return;
  }
  Level& level = levels_.back();
  if (!level.empty) out_ += level.open ? "," : ", ";
  if (level.open) out_.append(1, '\n').append(2 * levels_.size(), ' ');
  level.empty = false;
}

JsonWriter& JsonWriter::key(std::string_view key) {
  before_value();
  quote(key);
  out_ += ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view text) {
  before_value();
  quote(text);
  return *this;
}

JsonWriter& JsonWriter::number(std::string_view number) {
  before_value();
  out_ += number;
  return *this;
}

JsonWriter& JsonWriter::truth(bool truth) { return number(truth ? "true" : "false"); }

JsonWriter& JsonWriter::null() { return number("null"); }

void JsonWriter::quote(std::string_view text) {
  out_ += '"';
  for (const char c : text) {
    switch (c) {
      case '"': out_ += "\\\""; break;
      case '\\': out_ += "\\\\"; break;
      case '\n': out_ += "\\n"; break;
      case '\r': out_ += "\\r"; break;
      case '\t': out_ += "\\t"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          fmt::format_to(std::back_inserter(out_), "\\u{:04x}", static_cast<unsigned>(c));
        } else {
          out_ += c;
        }
    }
  }
  out_ += '"';
}

std::string inside_script(std::string json) {
  for (std::size_t at = 0; (at = json.find('<', at)) != json.npos;) json.replace(at, 1, "\\u003c");
  return json;
}

}  // namespace gongkai
