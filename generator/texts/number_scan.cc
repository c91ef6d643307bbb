#include "texts/number_scan.h"

#include <algorithm>
#include <optional>

#include "texts/confirmed.h"
#include "texts/number_match.h"
#include "texts/number_sentence.h"
#include "texts/number_sums.h"
#include "texts/prose.h"

namespace gongkai {
namespace {

using Amount = NumberVocabulary::Amount;
using Name = NumberVocabulary::Name;

// Where the last sentence of text[from, end) begins; nothing where none begins in it.
std::optional<std::size_t> new_sentence(std::string_view text, std::size_t from, std::size_t end) {
  for (std::size_t i = end; i > from; --i) {
    switch (text[i - 1]) {
      case '\n': return i;
      case ' ':
        if (i - from >= 2 && text[i - 2] == '.') return i;
        break;
      case '\x81': case '\x82': case '\x9F': {
        if (i - from < 3) break;
        const std::string_view mark = text.substr(i - 3, 3);
        if (mark == "。" || mark == "！" || mark == "？") return i;
        break;
      }
      default: break;
    }
  }
  return {};
}

bool speaks_of_tables(NumberUnit unit) {
  return unit == NumberUnit::count || unit == NumberUnit::money || unit == NumberUnit::percent;
}

class Scan {
 public:
  Scan(const NumberVocabulary& vocabulary, const Report& report, const Report* previous,
       const Narrative& narrative)
      : vocabulary_(vocabulary),
        report_(report),
        previous_(previous),
        narrative_(narrative),
        text_(prose_of(narrative.text)),
        prose_(text_),
        amounts_(vocabulary, report, previous),
        sentence_(vocabulary, amounts_, report.year),
        sums_(vocabulary, amounts_, sentence_) {}

  std::vector<ClassedNumber> run() {
    std::size_t before = 0;
    for (const WrittenNumber& number : find_numbers(prose_)) {
      if (const auto begin = new_sentence(prose_, before, number.begin)) {
        begin_ = before = *begin;
        sentence_.begin();
      }
      classify(number, before);
      before = number.end;
    }
    return std::move(out_);
  }

 private:
  void classify(const WrittenNumber& number, std::size_t before) {
    current_ = {number.begin, number.end - number.begin, NumberClass::out_of_scope, {}};
    subject_ = {};
    if (number.placeholder) {
      subject_.placeholder = prose_.substr(number.begin, number.end - number.begin);
    }
    if (number.placeholder || speaks_of_tables(number.unit)) {
      const NumberReading reading = read_before(prose_, number, begin_, before, vocabulary_);
      const bool rough = number.rough || reading.rough;
      if (number.placeholder) {
        current_.kind = NumberClass::bound;
      } else if (reading.share) {
        share(number, reading);
      } else if (reading.direction != Direction::none) {
        change(number, reading);
      } else if (number.unit != NumberUnit::percent) {
        value(number, reading);
      }
      if (rough) is_no_mistake();
      sentence_.add_names(reading.names);
    }
    if (current_.kind == NumberClass::unexplained &&
        is_confirmed(report_, narrative_, current_.offset, current_.length)) {
      current_.kind = NumberClass::explained;
    }
    out_.push_back(std::move(current_));
    sentence_.add(std::move(subject_));
  }

  void matches() { current_.kind = NumberClass::matched; }
  void is_no_mistake() {
    if (current_.kind == NumberClass::unexplained) current_.kind = NumberClass::out_of_scope;
  }
  void does_not_fit(NearestAmount nearest) {
    current_.kind = NumberClass::unexplained;
    current_.nearest = std::move(nearest);
  }

  // The figure of a cell: 予以公开12件.
  void value(const WrittenNumber& number, const NumberReading& reading) {
    if (reading.names.empty()) {
      if (reading.onward) {
        const std::vector<Amount> same = of_kind(number, sentence_.number_before(reading));
        compare(number, same, same, false);
      } else if (reading.together && sums_.is_sum_before(number)) {
        matches();
      }
      return;
    }
    if (reading.joint) {
      if (sums_.fit_names(number, reading.names)) matches();
      return;
    }
    const bool clear = reading.complete && sentence_.is_clear(reading.names);
    const bool last_year = reading.last_year && !reading.onward;
    const std::vector<Amount> named = of_kind(number, sentence_.named_amounts(reading.names));
    // Two names right beside each other mean one cell; a single one may mean any of its cells.
    const std::vector<Amount> possible =
        clear && reading.names.size() > 1 && crossing(reading)
            ? named
            : of_kind(number, sentence_.all_amounts(reading.names));
    compare(number, possible, named.empty() ? possible : named, last_year);
    if (!clear) is_no_mistake();
    if (current_.kind == NumberClass::unexplained && !last_year) {
      consider_year_before(number, possible);
    }
  }

  bool crossing(const NumberReading& reading) const {
    const auto& first = reading.names[0]->lines;
    return std::any_of(first.begin(), first.end(), [&](std::uint32_t a) {
      const auto& second = reading.names[1]->lines;
      return std::any_of(second.begin(), second.end(), [&](std::uint32_t b) {
        return amounts_.meet(vocabulary_.line(a), vocabulary_.line(b));
      });
    });
  }

  void compare(const WrittenNumber& number, const std::vector<Amount>& possible,
               const std::vector<Amount>& named, bool last_year) {
    const auto exact = [&](Amount amount) {
      return last_year ? amounts_.before(amount) : amounts_.now(amount);
    };
    for (const Amount amount : possible) {
      const auto figure = exact(amount);
      if (figure && fits(number, *figure)) subject_.amounts.push_back(amount);
    }
    if (!subject_.amounts.empty()) {
      matches();
      prefer(named);
      return;
    }
    std::optional<Decimal> nearest;
    for (const Amount amount : named) {
      const auto figure = exact(amount);
      if (!figure) continue;
      const Decimal off =
          *figure < number.value ? number.value - *figure : *figure - number.value;
      if (nearest && *nearest <= off) continue;
      nearest = off;
      subject_.amounts = {amount};
      does_not_fit({NearestAmount::Kind::value, last_year, vocabulary_.cells(amount), *figure, {}});
    }
  }

  // Where the sentence speaks of the year before, a figure of that year is no mistake; and where
  // that year is not known, nothing can be said.
  void consider_year_before(const WrittenNumber& number, const std::vector<Amount>& possible) {
    if (!compares(number)) return;
    if (!previous_) return is_no_mistake();
    for (const Amount amount : possible) {
      const auto figure = amounts_.before(amount);
      if (figure && fits(number, *figure)) return matches();
    }
  }

  // Of several cells with the same figure, those that the sentence names.
  void prefer(const std::vector<Amount>& named) {
    std::vector<Amount> both;
    for (const Amount amount : subject_.amounts) {
      if (std::find(named.begin(), named.end(), amount) != named.end()) both.push_back(amount);
    }
    if (!both.empty()) subject_.amounts = std::move(both);
  }

  // Against the year before: 同比增长12.5%, 比上年增加3件.
  void change(const WrittenNumber& number, const NumberReading& reading) {
    if (!reading.last_year && !compares(number)) return;
    std::optional<NearestAmount> nearest;
    for (const Amount amount : sentence_.about_whom(reading)) {
      const auto now = amounts_.now(amount), base = amounts_.before(amount);
      if (!now || !base) continue;
      const bool up = *base < *now;
      const Decimal size = up ? *now - *base : *base - *now;
      const bool of_base = number.unit == NumberUnit::percent;
      if (of_base && (base->is_zero() || base->is_negative())) continue;
      const bool fits_size = of_base ? fits_share(number, size, *base) : fits(number, size);
      if (fits_size && (reading.direction == Direction::up) == up) return matches();
      if (!nearest) {
        nearest = NearestAmount{NearestAmount::Kind::change, false, vocabulary_.cells(amount),
                                *now, *base};
      }
    }
    if (nearest) does_not_fit(std::move(*nearest));
  }

  // A part of something: 占办结总数的40.6%, （44.7%）.
  void share(const WrittenNumber& number, const NumberReading& reading) {
    if (reading.together) {
      if (sums_.fit_share_before(number)) matches();
      return;
    }
    std::optional<NearestAmount> nearest;
    for (const Amount amount : sentence_.about_whom(reading)) {
      const auto part = amounts_.now(amount);
      if (!part) continue;
      for (const Amount of : sums_.wholes_of(amount, reading.whole)) {
        const auto whole = amounts_.now(of);
        if (!whole || whole->is_zero() || whole->is_negative() || *whole < *part) continue;
        if (fits_share(number, *part, *whole)) return matches();
        if (!nearest) {
          nearest = NearestAmount{NearestAmount::Kind::share, false, vocabulary_.cells(amount),
                                  *part, *whole};
        }
      }
    }
    if (nearest) does_not_fit(std::move(*nearest));
  }

  std::vector<Amount> of_kind(const WrittenNumber& number, std::vector<Amount> list) const {
    std::erase_if(list, [&](Amount amount) {
      return !same_kind(number.unit, vocabulary_.form().cells[vocabulary_.cells(amount).front()]);
    });
    return list;
  }

  bool compares(const WrittenNumber& number) const {
    // A sentence is not longer than this; a text without a full stop must not cost its square.
    const std::size_t from = number.begin - std::min<std::size_t>(number.begin - begin_, 1000);
    return sentence_.speaks_of_year_before(prose_.substr(from, number.begin - from));
  }

  const NumberVocabulary& vocabulary_;
  const Report& report_;
  const Report* previous_;
  const Narrative& narrative_;
  const std::string text_;
  const std::string_view prose_;
  const Amounts amounts_;
  NumberSentence sentence_;
  const NumberSums sums_;
  std::size_t begin_ = 0;  // of the sentence
  ClassedNumber current_;
  NumberSentence::Subject subject_;
  std::vector<ClassedNumber> out_;
};

}  // namespace

std::vector<ClassedNumber> scan_numbers(const NumberVocabulary& vocabulary, const Report& report,
                                        const Report* previous, const Narrative& narrative) {
  return Scan(vocabulary, report, previous, narrative).run();
}

}  // namespace gongkai
