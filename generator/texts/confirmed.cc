#include "texts/confirmed.h"

namespace gongkai {
namespace {

// One of the two lies within the other.
bool nested(std::size_t a, std::size_t a_end, std::size_t b, std::size_t b_end) {
  return (a <= b && b_end <= a_end) || (b <= a && a_end <= b_end);
}

bool answers(const Confirmation& confirmed, const std::string& text, std::size_t offset,
             std::size_t length) {
  const std::string& passage = confirmed.text;
  if (passage.empty()) return false;
  const std::size_t first = offset > passage.size() ? offset - passage.size() : 0;
  for (std::size_t at = text.find(passage, first); at < offset + length;
       at = text.find(passage, at + 1)) {
    if (nested(at, at + passage.size(), offset, offset + length)) return true;
  }
  return false;
}

}  // namespace

bool is_confirmed(const Report& report, const Narrative& narrative, std::size_t offset,
                  std::size_t length) {
  for (const Confirmation& confirmed : report.confirmed) {
    if (narrative.file == report.folder + "/" + confirmed.file &&
        answers(confirmed, narrative.text, offset, length)) {
      return true;
    }
  }
  return false;
}

}  // namespace gongkai
