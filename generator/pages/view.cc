#include "pages/view.h"

namespace gongkai {

View& View::set(std::string_view name, View value) {
  if (!object()) value_ = Object();
  Object& names = std::get<Object>(value_);
  for (auto& [known, old] : names) {
    if (known == name) {
      old = std::move(value);
      return *this;
    }
  }
  names.emplace_back(name, std::move(value));
  return *this;
}

const View* View::get(std::string_view name) const {
  if (const Object* names = object()) {
    for (const auto& [known, value] : *names) {
      if (known == name) return &value;
    }
  }
  return nullptr;
}

}  // namespace gongkai
