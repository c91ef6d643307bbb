#include "pages/view.h"

namespace gongkai {

View& View::set(std::string_view name, View value) {
  // Most objects have several names, and a page has hundreds of objects.
  if (object() == nullptr) value_.emplace<Object>().reserve(6);
  Object& object = std::get<Object>(value_);
  for (auto& [known, old] : object) {
    if (known == name) {
      old = std::move(value);
      return *this;
    }
  }
  object.emplace_back(name, std::move(value));
  return *this;
}

const View* View::get(std::string_view name) const {
  const Object* names = object();
  if (names == nullptr) return nullptr;
  for (const auto& [known, value] : *names) {
    if (known == name) return &value;
  }
  return nullptr;
}

}  // namespace gongkai
