#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace gongkai::test {

/// A small generator of the test's own, so that every library gives the same numbers.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15u + 1) {}
  std::size_t below(std::size_t bound);
  template <typename T>
  const T& of(const std::vector<T>& list) {
    return list[below(list.size())];
  }

 private:
  std::uint64_t state_;
};

/// Changes a site as people and their programs do, at random but the same way for the same seed:
/// figures, texts, settings, themes, forms; renames, deletions, copies; broken files in between.
class Edits {
 public:
  /// `pristine` is a copy of the site that stays as it is: from there comes back what was lost.
  Edits(std::filesystem::path site, std::filesystem::path pristine, std::uint64_t seed);

  /// Does one edit and says which.
  std::string next();

 private:
  using Path = std::filesystem::path;

  std::vector<Path> files(const Path& below, const std::string& name) const;
  std::string figure();
  std::string status();
  std::string narrative();
  std::string broken_yaml();
  std::string restore_file();
  std::string report_folder();
  std::string agency();
  std::string agency_folder();
  std::string settings();
  std::string theme();
  std::string form();
  std::string free_page();
  std::string attachment();
  std::string debris();
  std::string everything();

  Path site_, pristine_;
  Random random_;
  int number_ = 0;
};

}  // namespace gongkai::test
