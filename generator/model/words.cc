#include "model/words.h"

#include <cassert>
#include <charconv>

namespace gongkai {

const std::string& Words::operator[](std::string_view key) const {
  auto found = words_.find(key);
  assert(found != words_.end());
  return found->second;
}

std::string Words::fill(std::string_view key, const std::vector<std::string>& arguments) const {
  const std::string& word = (*this)[key];
  std::string out;
  std::size_t at = 0;
  while (at < word.size()) {
    std::size_t open = word.find('{', at);
    if (open == std::string::npos) break;
    std::size_t index = 0;
    auto [end, error] = std::from_chars(word.data() + open + 1, word.data() + word.size(), index);
    bool placeholder = error == std::errc() && end != word.data() + word.size() && *end == '}';
    out.append(word, at, open - at);
    if (placeholder) {
      assert(index < arguments.size());
      out += arguments[index];
      at = static_cast<std::size_t>(end - word.data()) + 1;
    } else {
      out += '{';
      at = open + 1;
    }
  }
  if (at < word.size()) out.append(word, at);
  return out;
}

}  // namespace gongkai
