#include "texts/digit_groups.h"

namespace gongkai {
namespace {

constexpr std::size_t digits_before_x = 17;  // of the number of an identity card

// The digit at an offset as `0` to `9` and its bytes; 0 bytes where there is none.
struct Digit {
  char value = 0;
  std::size_t bytes = 0;
};

Digit digit_at(std::string_view text, std::size_t i) {
  if (i >= text.size()) return {};
  if (text[i] >= '0' && text[i] <= '9') return {text[i], 1};
  if (text[i] == '\xEF' && i + 2 < text.size() && text[i + 1] == '\xBC' &&
      text[i + 2] >= '\x90' && text[i + 2] <= '\x99') {
    return {static_cast<char>(text[i + 2] - '\x90' + '0'), 3};
  }
  return {};
}

std::size_t bytes_of_x(std::string_view text, std::size_t i) {
  const std::string_view rest = i < text.size() ? text.substr(i) : std::string_view();
  if (rest.starts_with('X') || rest.starts_with('x')) return 1;
  return rest.starts_with("Ｘ") || rest.starts_with("ｘ") ? 3 : 0;
}

struct Joint {
  char mark = 0;
  std::size_t bytes = 0;
};

Joint joint_at(std::string_view text, std::size_t i) {
  const std::string_view rest = i < text.size() ? text.substr(i) : std::string_view();
  if (rest.starts_with(' ')) return {' ', 1};
  if (rest.starts_with('-')) return {'-', 1};
  if (rest.starts_with("\u3000")) return {' ', 3};
  if (rest.starts_with("\u00A0")) return {' ', 2};
  if (rest.starts_with("－") || rest.starts_with("‐") || rest.starts_with("–")) return {'-', 3};
  return {};
}

DigitRun run_at(std::string_view text, std::size_t& i) {
  DigitRun run;
  std::size_t digits = 0;
  for (;;) {
    DigitGroup group{{}, i, i};
    for (Digit digit = digit_at(text, i); digit.bytes > 0; digit = digit_at(text, i)) {
      group.digits += digit.value;
      i += digit.bytes;
      ++digits;
    }
    if (digits >= digits_before_x) {
      if (const std::size_t bytes = bytes_of_x(text, i)) {
        group.digits += 'X';
        i += bytes;
      }
    }
    group.end = i;
    run.groups.push_back(std::move(group));
    const Joint joint = joint_at(text, i);
    if (joint.bytes == 0 || digit_at(text, i + joint.bytes).bytes == 0) return run;
    run.joints.push_back(joint.mark);
    i += joint.bytes;
  }
}

// The bytes of a run without making anything of it, for most runs are short numbers.
bool is_long(std::string_view text, std::size_t i, std::size_t least) {
  std::size_t digits = 0;
  while (digits < least) {
    if (const Digit digit = digit_at(text, i); digit.bytes > 0) {
      ++digits;
      i += digit.bytes;
    } else if (const Joint joint = joint_at(text, i);
               joint.bytes > 0 && digit_at(text, i + joint.bytes).bytes > 0) {
      i += joint.bytes;
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace

std::vector<DigitRun> digit_runs(std::string_view text, std::size_t least) {
  std::vector<DigitRun> runs;
  for (std::size_t i = 0; i < text.size();) {
    if (digit_at(text, i).bytes == 0) {
      i += text[i] >= '\xE3' && text[i] <= '\xE9' ? 3 : 1;  // most of a Chinese text
    } else if (is_long(text, i, least)) {
      runs.push_back(run_at(text, i));
    } else {
      // A shorter run: past its first group, for a later group begins no longer one.
      while (const std::size_t bytes = digit_at(text, i).bytes) i += bytes;
    }
  }
  return runs;
}

}  // namespace gongkai
