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

SourcePlaces::SourcePlaces(const NarrativeSource& source) : source_(source), lines_{0} {
  for (std::size_t at = source.text.find('\n'); at != std::string_view::npos;
       at = source.text.find('\n', at + 1)) {
    lines_.push_back(at + 1);
  }
}

Position SourcePlaces::at(std::size_t offset, std::size_t length) const {
  const auto line = std::upper_bound(lines_.begin(), lines_.end(), offset) - lines_.begin() - 1;
  const std::size_t column = offset - lines_[static_cast<std::size_t>(line)];
  return {source_.file,
          {static_cast<std::uint32_t>(source_.first_line + line),
           static_cast<std::uint32_t>(column + 1)},
          static_cast<std::uint32_t>(length)};
}

}  // namespace gongkai
