#include "diagnostics/fingerprint.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>

namespace gongkai {
namespace {

// FNV-1a, 64 bits: it tells a few thousand messages apart, and guards nothing.
class Hash {
 public:
  void add(std::string_view text) {
    for (const char c : text) step(static_cast<unsigned char>(c));
    step(0);
  }
  std::uint64_t value() const { return value_; }

 private:
  void step(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001b3; }
  std::uint64_t value_ = 0xcbf29ce484222325;
};

// agency/year/address, against agency/year alone.
bool names_cell(std::string_view subject) {
  return std::count(subject.begin(), subject.end(), '/') >= 2;
}

std::string_view trimmed(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t") - begin + 1);
}

std::uint64_t hash_of(const Diagnostic& d, SourceLines& sources) {
  Hash hash;
  hash.add(d.code());
  hash.add(d.subject);
  if (names_cell(d.subject)) return hash.value();
  hash.add(d.position.file);
  for (const std::string& argument : d.arguments) hash.add(argument);
  if (d.subject.empty() && d.position.mark.known()) {
    hash.add(trimmed(sources.line(d.position.file, d.position.mark.line)));
  }
  return hash.value();
}

}  // namespace

std::vector<std::string> fingerprints(const Diagnostics& diagnostics, SourceLines& sources) {
  std::map<std::uint64_t, int> seen;
  std::vector<std::string> list;
  list.reserve(diagnostics.items().size());
  for (const Diagnostic& d : diagnostics.items()) {
    const std::uint64_t hash = hash_of(d, sources);
    list.push_back(fmt::format("{:016x}:{}", hash, ++seen[hash]));
  }
  return list;
}

}  // namespace gongkai
