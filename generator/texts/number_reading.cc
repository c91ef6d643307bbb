#include "texts/number_reading.h"

#include "texts/prose.h"

namespace gongkai {
namespace {

// The bytes of the mark at which a clause may begin, with which text[floor, end) ends; else 0.
std::size_t mark_before(std::string_view text, std::size_t floor, std::size_t end) {
  constexpr std::string_view narrow = ",;:()|-.\n\x01";
  if (narrow.find(text[end - 1]) != std::string_view::npos) return 1;
  if (end - floor < 3 || static_cast<unsigned char>(text[end - 1]) < 0x80) return 0;
  const char first = text[end - 3];
  if (first != '\xEF' && first != '\xE3' && first != '\xE2') return 0;
  const std::string_view last = text.substr(end - 3, 3);
  for (std::string_view mark : {"，", "；", "：", "（", "）", "。", "—"}) {
    if (last == mark) return 3;
  }
  return 0;
}

bool is_colon(std::string_view mark) { return mark == "：" || mark == ":"; }
bool is_opening(std::string_view mark) { return mark == "（" || mark == "("; }

class Reader {
 public:
  Reader(std::string_view prose, const WrittenNumber& number, std::size_t floor,
         std::size_t before, const NumberVocabulary& vocabulary)
      : prose_(prose),
        number_(number),
        floor_(std::max(floor, before)),
        has_number_before_(before > floor),
        vocabulary_(vocabulary),
        at_(number.begin) {}

  NumberReading run() {
    while (step()) {}
    if (pending_joint_) reading_.complete = reading_.complete && at_end_of_number_;
    if (latin_name_) reading_.complete = true;
    return std::move(reading_);
  }

 private:
  bool stop(bool complete) {
    reading_.complete = complete;
    return false;
  }

  bool step() {
    if (at_ == floor_) {
      at_end_of_number_ = has_number_before_;
      reading_.after_number = has_number_before_;
      return stop(true);
    }
    if (const std::size_t blank = blank_before(prose_, floor_, at_)) {
      at_ -= blank;
      return true;
    }
    if (const std::size_t mark = mark_before(prose_, floor_, at_)) return pass_mark(mark);
    const NumberVocabulary::Word word = vocabulary_.word_before(prose_, floor_, at_);
    if (!word.found) return stop(false);
    return word.name ? take_name(word) : take_word(word);
  }

  bool pass_mark(std::size_t length) {
    const std::string_view mark = prose_.substr(at_ - length, length);
    at_ -= length;
    if (is_colon(mark) && reading_.names.empty()) return true;
    if (is_opening(mark) && number_.unit == NumberUnit::percent && nothing_yet_) {
      reading_.share = true;
    }
    while (at_ > floor_) {
      std::size_t more = blank_before(prose_, floor_, at_);
      if (more == 0) more = mark_before(prose_, floor_, at_);
      if (more == 0) break;
      at_ -= more;
    }
    reading_.after_number = at_ == floor_ && has_number_before_;
    return stop(true);
  }

  bool take_name(const NumberVocabulary::Word& word) {
    constexpr std::size_t most_names = 6;  // nobody puts more before one number
    if (reading_.names.size() == most_names) return stop(false);
    if (reading_.names.empty()) {
      reading_.first_name = prose_.substr(word.begin, at_ - word.begin);
    }
    reading_.joint |= pending_joint_;
    pending_joint_ = false;
    nothing_yet_ = false;
    reading_.names.push_back(word.name);
    const char first = prose_[word.begin];
    latin_name_ = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    at_ = word.begin;
    return true;
  }

  bool take_word(const NumberVocabulary::Word& word) {
    const bool named = !reading_.names.empty();
    switch (word.kind) {
      case NumberWord::filler: break;
      case NumberWord::left:
        return stop(named);
      case NumberWord::verb:
        if (!named) return stop(false);
        break;
      case NumberWord::joint:
        if (!named) return stop(false);
        pending_joint_ = true;
        break;
      case NumberWord::together: reading_.together = true; break;
      case NumberWord::share:
        if (number_.unit != NumberUnit::percent || reading_.share) return stop(false);
        reading_.share = true;
        reading_.whole = std::move(reading_.names);
        reading_.names.clear();
        break;
      case NumberWord::up:
      case NumberWord::down:
        if (named || reading_.direction != Direction::none) return stop(false);
        reading_.direction = word.kind == NumberWord::up ? Direction::up : Direction::down;
        break;
      case NumberWord::last_year: reading_.last_year = true; break;
      case NumberWord::onward:
        if (!named) reading_.onward = true;
        break;
      case NumberWord::rough: reading_.rough = true; break;
    }
    nothing_yet_ = false;
    at_ = word.begin;
    return true;
  }

  std::string_view prose_;
  const WrittenNumber& number_;
  std::size_t floor_;
  bool has_number_before_;
  const NumberVocabulary& vocabulary_;
  std::size_t at_;
  NumberReading reading_;
  bool pending_joint_ = false, at_end_of_number_ = false, latin_name_ = false, nothing_yet_ = true;
};

}  // namespace

NumberReading read_before(std::string_view prose, const WrittenNumber& number, std::size_t floor,
                          std::size_t before, const NumberVocabulary& vocabulary) {
  return Reader(prose, number, floor, before, vocabulary).run();
}

}  // namespace gongkai
