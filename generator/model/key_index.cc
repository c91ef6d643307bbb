#include "model/key_index.h"

#include "model/folding.h"

namespace gongkai {
namespace {

// A label without the number that it begins with: （一）予以公开 → 予以公开.
std::string without_number(const std::string& folded_label, const std::string& own_number) {
  const std::string number = fold(own_number);
  if (number.empty() || !folded_label.starts_with(number)) return {};
  return folded_label.substr(number.size());
}

}  // namespace

void KeyIndex::add(int line, const std::string& id, const std::string& number,
                   const std::string& own_number, const std::string& label,
                   const std::vector<std::string>& aliases) {
  const auto put = [&](Names& names, const std::string& name) {
    if (name.empty()) return;
    Lines& lines = names[name];
    if (lines.empty() || lines.back() != line) lines.push_back(line);
  };
  put(ids_, id);
  for (const std::string* name : {&id, &number, &label}) put(own_, fold(*name));
  put(shared_, fold(own_number));
  put(shared_, without_number(fold(label), own_number));
  for (const std::string& alias : aliases) {
    put(own_, fold(alias));
    put(shared_, without_number(fold(alias), own_number));
  }
}

const KeyIndex::Lines& KeyIndex::find(const Names& names, std::string_view name) {
  static const Lines none;
  const auto found = names.find(name);
  return found == names.end() ? none : found->second;
}

}  // namespace gongkai
