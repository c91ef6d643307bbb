#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

/// The words of a theme in one language, by key. A word may hold `{0}`, `{1}` … for arguments.
class Words {
 public:
  Words() = default;
  explicit Words(std::map<std::string, std::string, std::less<>> words)
      : words_(std::move(words)) {}

  bool has(std::string_view key) const { return words_.find(key) != words_.end(); }
  /// The word; asserts that it exists, for a theme is checked when it is loaded.
  const std::string& operator[](std::string_view key) const;
  /// The word with its arguments in their places.
  std::string fill(std::string_view key, const std::vector<std::string>& arguments) const;

  const std::map<std::string, std::string, std::less<>>& all() const { return words_; }

 private:
  std::map<std::string, std::string, std::less<>> words_;
};

}  // namespace gongkai
