#include "search/postings.h"

namespace gongkai {

namespace {

constexpr char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

void append_number(std::string& out, std::uint32_t number) {
  for (; number >= 32; number >>= 5) out += signs[32 + (number & 31)];
  out += signs[number];
}

std::string in_distances(const std::vector<std::uint32_t>& numbers) {
  std::string out = "d";
  std::uint32_t next = 0;
  for (const std::uint32_t number : numbers) {
    append_number(out, number - next);
    next = number + 1;
  }
  return out;
}

std::string in_runs(const std::vector<std::uint32_t>& numbers) {
  std::string out = "r";
  std::uint32_t next = 0;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t end = i + 1;
    while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1) ++end;
    append_number(out, numbers[i] - next);
    append_number(out, static_cast<std::uint32_t>(end - i));
    next = numbers[end - 1] + 1;
    i = end;
  }
  return out;
}

std::string in_bits(const std::vector<std::uint32_t>& numbers) {
  std::string out = "b";
  std::uint32_t bits = 0, sign = 0;
  for (const std::uint32_t number : numbers) {
    for (; sign < number / 6; ++sign, bits = 0) out += signs[bits];
    bits |= 1u << number % 6;
  }
  return out += signs[bits];
}

}  // namespace

void Postings::add(std::uint32_t page, Place place) {
  std::uint32_t number = (page - next_) << 2 | place;
  for (; number >= 128; number >>= 7) bytes_ += static_cast<char>(number | 128);
  bytes_ += static_cast<char>(number);
  next_ = page + 1;
}

std::vector<std::uint32_t> Postings::pages(Place place) const {
  std::vector<std::uint32_t> pages;
  std::uint32_t next = 0, number = 0;
  int shift = 0;
  for (const char byte : bytes_) {
    number |= static_cast<std::uint32_t>(byte & 127) << shift;
    shift += 7;
    if ((byte & 128) != 0) continue;
    next += number >> 2;
    if ((number & place) == place) pages.push_back(next);
    ++next;
    number = 0;
    shift = 0;
  }
  return pages;
}

std::string packed(const std::vector<std::uint32_t>& numbers) {
  std::string best = in_distances(numbers);
  if (std::string runs = in_runs(numbers); runs.size() < best.size()) best = std::move(runs);
  if (numbers.empty() || numbers.back() / 6 + 2 >= best.size()) return best;
  return in_bits(numbers);
}

}  // namespace gongkai
