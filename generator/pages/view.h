#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace gongkai {

/// What a page hands to its template: names with texts, truth values, lists and further views.
/// It knows nothing of the template engine. Every name of a page's contract is always set; what
/// is absent is `false` or an empty list.
class View {
 public:
  using List = std::vector<View>;
  /// Names are string literals of the page kinds: they are not copied.
  using Object = std::vector<std::pair<std::string_view, View>>;

  View() : value_(false) {}
  View(bool truth) : value_(truth) {}
  View(std::string text) : value_(std::move(text)) {}
  View(std::string_view text) : value_(std::string(text)) {}
  View(const char* text) : value_(std::string(text)) {}
  View(List list) : value_(std::move(list)) {}
  View(Object object) : value_(std::move(object)) {}

  /// Sets a name of an object; a view that is not one yet becomes one.
  View& set(std::string_view name, View value);
  /// The value of a name, or null where this is no object or has no such name.
  const View* get(std::string_view name) const;

  const bool* truth() const { return std::get_if<bool>(&value_); }
  const std::string* text() const { return std::get_if<std::string>(&value_); }
  const List* list() const { return std::get_if<List>(&value_); }
  const Object* object() const { return std::get_if<Object>(&value_); }

 private:
  std::variant<bool, std::string, List, Object> value_;
};

}  // namespace gongkai
