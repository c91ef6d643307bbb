#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

/// Writes JSON as it is told, without a tree in between. Objects and lists that are told to stand
/// open get one line an entry; the others stand on the line of their parent.
class JsonWriter {
 public:
  /// Appends to `out`, which must live as long as this. With `lines` false all stands on one line,
  /// as JSON Lines wants it.
  explicit JsonWriter(std::string& out, bool lines = true) : out_(out), lines_(lines) {}

  enum class Layout { inline_, open };
  JsonWriter& object(Layout layout = Layout::inline_) { return begin('{', layout); }
  JsonWriter& list(Layout layout = Layout::inline_) { return begin('[', layout); }
  /// Ends the innermost object or list.
  JsonWriter& end();

  JsonWriter& key(std::string_view key);
  JsonWriter& text(std::string_view text);
  /// A number as it is to stand there, places kept.
  JsonWriter& number(std::string_view number);
  JsonWriter& number(std::size_t number) { return this->number(std::to_string(number)); }
  JsonWriter& truth(bool truth);
  JsonWriter& null();

  /// key() and text() in one.
  JsonWriter& member(std::string_view name, std::string_view value) { return key(name).text(value); }
  /// The same, left out where the text is empty.
  JsonWriter& optional(std::string_view name, std::string_view value) {
    return value.empty() ? *this : member(name, value);
  }

 private:
  struct Level {
    char close;
    bool open;
    bool empty = true;
  };
  JsonWriter& begin(char open, Layout layout);
  void before_value();
  void quote(std::string_view text);

  std::string& out_;
  bool lines_;
  bool after_key_ = false;
  std::vector<Level> levels_;
};

/// A JSON text that may stand inside a script element: no `<` in it.
std::string inside_script(std::string json);

}  // namespace gongkai
