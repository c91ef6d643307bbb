#include "narrative/source_text.h"

#include <algorithm>

namespace gongkai {

std::size_t SourceText::origin(std::size_t offset) const {
  if (offset < origins_.size()) return origins_[offset];
  return origins_.empty() ? 0 : origins_.back();
}

void SourceText::copy(std::string_view bytes, std::size_t origin) {
  text_ += bytes;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    origins_.push_back(static_cast<std::uint32_t>(origin + i));
  }
}

void SourceText::insert(std::string_view bytes, std::size_t origin) {
  text_ += bytes;
  origins_.resize(text_.size(), static_cast<std::uint32_t>(origin));
}

void SourceText::copy(const SourceText& other, std::size_t begin, std::size_t end) {
  text_.append(other.text_, begin, end - begin);
  origins_.insert(origins_.end(), other.origins_.begin() + static_cast<std::ptrdiff_t>(begin),
                  other.origins_.begin() + static_cast<std::ptrdiff_t>(end));
}

Position position_at(const NarrativeSource& source, std::size_t offset, std::size_t length) {
  const std::string_view before = source.text.substr(0, std::min(offset, source.text.size()));
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t newline = before.rfind('\n');
  const std::size_t column =
      newline == std::string_view::npos ? before.size() : before.size() - newline - 1;
  return {source.file,
          {static_cast<std::uint32_t>(source.first_line + lines),
           static_cast<std::uint32_t>(column + 1)},
          static_cast<std::uint32_t>(length)};
}

}  // namespace gongkai
