#include "narrative/placeholders.h"

#include <algorithm>
#include <optional>

#include "diagnostics/codes/narrative.h"
#include "model/address.h"
#include "model/catalog.h"
#include "model/figure_text.h"
#include "narrative/direction.h"
#include "narrative/excerpt.h"

namespace gongkai {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

enum class Kind { figure, change, rate, share };

// What stands between the braces, taken apart.
struct Placeholder {
  std::string_view address;
  Kind kind = Kind::figure;
  std::string_view whole;  // the address of which a share is a part
};

std::optional<Placeholder> parse(std::string_view text) {
  const std::size_t bar = text.find('|');
  Placeholder placeholder{trimmed(text.substr(0, bar)), Kind::figure, {}};
  if (placeholder.address.empty()) return {};
  if (bar == std::string_view::npos) return placeholder;
  const std::string_view use = trimmed(text.substr(bar + 1));
  if (use == "change") {
    placeholder.kind = Kind::change;
  } else if (use == "rate") {
    placeholder.kind = Kind::rate;
  } else if (use.starts_with("share ")) {
    placeholder.kind = Kind::share;
    placeholder.whole = trimmed(use.substr(6));
  } else {
    return {};
  }
  return placeholder;
}

// A full-width brace or bar, typed by an input method, and its half-width form.
struct FullWidth {
  std::string_view typed, meant;
};
constexpr FullWidth full_width[] = {
    {"｛｛", "{{"}, {"｝｝", "}}"}, {"｜", "|"}, {"｛", "{"}, {"｝", "}"}};

// Computes the text of one placeholder; says what is wrong and returns nothing where it cannot.
class Filler {
 public:
  Filler(const FigureSource& figures, Language language, Diagnostics& diagnostics)
      : report_(figures.report),
        previous_(figures.previous),
        chinese_(language == Language::zh),
        diagnostics_(diagnostics) {}

  std::optional<std::string> fill(const Placeholder& placeholder, std::string_view before,
                                  const Position& position) {
    position_ = &position;
    const CellIndex cell = resolve(placeholder.address);
    if (cell == no_cell) return {};
    const Figure& figure = report_.figure(cell);
    if (placeholder.kind == Kind::figure) {
      const std::string text = figure_text(figure, report_.form->cells[cell]);
      if (text.empty()) return complain(codes::placeholder_no_number, {name(placeholder.address)});
      return text;
    }
    if (!figure.is_number()) {
      return complain(codes::placeholder_no_number, {name(placeholder.address)});
    }
    if (placeholder.kind == Kind::share) return share(placeholder, figure.value());
    const std::optional<Decimal> base = previous_figure(placeholder.address, cell);
    if (!base) return {};
    return change(placeholder, before, *base, figure.value());
  }

 private:
  std::nullopt_t complain(const Wording& wording, std::vector<std::string> arguments) {
    diagnostics_.add(wording, *position_, std::move(arguments));
    return std::nullopt;
  }
  static std::string name(std::string_view address) { return std::string(address); }

  CellIndex resolve(std::string_view address) {
    AddressResult result = resolve_address(*report_.form, address);
    if (result.cell != no_cell) return result.cell;
    if (!result.candidates.empty()) {
      std::string list;
      for (const std::string& candidate : result.candidates) {
        list += (list.empty() ? "" : ", ") + candidate;
      }
      complain(codes::placeholder_ambiguous, {name(address), list});
    } else if (!result.nearest.empty()) {
      complain(codes::placeholder_nearly, {name(address), result.nearest});
    } else {
      complain(codes::placeholder_unknown, {name(address)});
    }
    return no_cell;
  }

  std::optional<std::string> share(const Placeholder& placeholder, Decimal part) {
    const CellIndex cell = resolve(placeholder.whole);
    if (cell == no_cell) return {};
    const Figure& whole = report_.figure(cell);
    if (!whole.is_number())
      return complain(codes::placeholder_no_number, {name(placeholder.whole)});
    if (whole.value().is_zero()) {
      return complain(codes::placeholder_zero_base,
                      {name(placeholder.address), number_text(whole.value())});
    }
    return percent_text(part, whole.value());
  }

  std::optional<Decimal> previous_figure(std::string_view address, CellIndex cell) {
    const std::string year = std::to_string(report_.year - 1);
    if (!previous_) return complain(codes::placeholder_no_previous, {name(address), year});
    if (previous_->scope != report_.scope) {
      return complain(codes::placeholder_scope, {name(address), year});
    }
    const CellIndex earlier = continued_cell(*report_.form, cell, *previous_->form);
    if (earlier == no_cell) return complain(codes::placeholder_break, {name(address), year});
    const Figure& figure = previous_->figure(earlier);
    if (!figure.is_number()) {
      return complain(codes::placeholder_previous_no_number, {name(address), year});
    }
    // A percentage of a number below zero says the opposite of what people read.
    if (figure.value().is_zero() || figure.value().is_negative()) {
      return complain(codes::placeholder_zero_base, {name(address), number_text(figure.value())});
    }
    return figure.value();
  }

  std::optional<std::string> change(const Placeholder& placeholder, std::string_view before,
                                    Decimal base, Decimal figure) {
    const Decimal difference = figure - base;
    const Direction direction = difference.is_zero()       ? Direction::none
                                : difference.is_negative() ? Direction::down
                                                           : Direction::up;
    const DirectionWord word = last_direction_word(before);
    if (!word.word.empty() && word.direction != direction) {
      return complain(codes::placeholder_direction,
                      {std::string(word.word), number_text(base), number_text(figure)});
    }
    if (placeholder.kind == Kind::change && word.adjacent) {
      return complain(codes::placeholder_doubled, {std::string(word.word)});
    }
    const Decimal size = difference.is_negative() ? -difference : difference;
    const bool tiny = !size.is_zero() && Decimal::quotient(100 * size, base, 1).is_zero();
    const std::string rate = !tiny      ? percent_text(size, base)
                             : chinese_ ? "不足0.1%"
                                        : "less than 0.1%";
    if (placeholder.kind == Kind::rate) return rate;
    switch (direction) {
      case Direction::none:
        return chinese_ ? "持平" : "unchanged";
      case Direction::up:
        return (chinese_ ? "增长" : "up ") + rate;
      case Direction::down:
        return (chinese_ ? "下降" : "down ") + rate;
    }
    return {};
  }

  const Report& report_;
  const Report* previous_;
  bool chinese_;
  Diagnostics& diagnostics_;
  const Position* position_ = nullptr;
};

// Walks over the text of a layout, past its code, and copies it with the figures put in.
class Walker {
 public:
  Walker(const Layout& layout, const SourcePlaces& places, const NarrativeOptions& options,
         Diagnostics& diagnostics)
      : layout_(layout),
        text_(layout.text.text()),
        places_(places),
        options_(options),
        diagnostics_(diagnostics) {}

  SourceText run() {
    std::size_t begin = 0;
    for (const Layout::Range& fence : layout_.fences) {
      walk(begin, fence.begin);
      out_.copy(layout_.text, fence.begin, fence.end);
      begin = fence.end;
    }
    walk(begin, text_.size());
    return std::move(out_);
  }

 private:
  void walk(std::size_t at, std::size_t end) {
    while (at < end) {
      const std::string_view rest = std::string_view(text_).substr(at, end - at);
      std::size_t length = 1;
      if (rest[0] == '`') {
        length = code_span(rest, at);
      } else if (rest.starts_with("\\{{")) {
        out_.insert("\\{\\{", layout_.text.origin(at));
        at += 3;
        continue;
      } else if (rest[0] == '\\' && rest.size() > 1) {
        length = 2;
      } else if (rest.starts_with("{{")) {
        at += placeholder(rest, at);
        continue;
      } else if (rest.starts_with(full_width[0].typed)) {
        complain_full_width(full_width[0], at);
      }
      out_.copy(layout_.text, at, at + length);
      at += length;
    }
  }

  // Bytes up to the end of the code span that begins at `at`, or of its backticks where none does.
  std::size_t code_span(std::string_view rest, std::size_t at) {
    if (at >= paragraph_end_) paragraph_end_ = std::min(text_.find("\n\n", at), text_.size());
    const std::string_view paragraph = rest.substr(0, paragraph_end_ - at);
    const std::size_t length = std::min(rest.find_first_not_of('`'), rest.size());
    for (std::size_t mark = paragraph.find('`', length); mark < paragraph.size();) {
      const std::size_t end = std::min(paragraph.find_first_not_of('`', mark), paragraph.size());
      if (end - mark == length) return end;
      mark = paragraph.find('`', end);
    }
    return length;
  }

  // Handles the placeholder at the start of `rest` and returns its bytes.
  std::size_t placeholder(std::string_view rest, std::size_t at) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    const std::size_t close = line.find("}}", 2);
    const bool closed = close != std::string_view::npos;
    const std::string_view shown = closed ? line.substr(0, close + 2) : line;
    const std::string_view inner = closed ? line.substr(2, close - 2) : line.substr(2);
    const std::optional<std::string> figure = figure_for(shown, inner, closed, at);
    if (figure) {
      out_.insert(*figure, layout_.text.origin(at));
    } else {
      out_.copy(layout_.text, at, at + shown.size());
    }
    return shown.size();
  }

  std::optional<std::string> figure_for(std::string_view shown, std::string_view inner, bool closed,
                                        std::size_t at) {
    for (const FullWidth& mark : full_width) {
      const std::size_t found = inner.find(mark.typed);
      if (found == std::string_view::npos) continue;
      complain_full_width(mark, at + 2 + found);
      return {};
    }
    const Position position = places_.at(layout_.text.origin(at), shown.size());
    const auto parsed = closed ? parse(inner) : std::nullopt;
    if (!parsed) {
      diagnostics_.add(codes::placeholder_malformed, position, {first_line_of(shown)});
      return {};
    }
    if (!options_.figures) {
      diagnostics_.add(codes::placeholder_outside_report, position, {first_line_of(shown)});
      return {};
    }
    Filler filler(*options_.figures, options_.language, diagnostics_);
    return filler.fill(*parsed, out_.text(), position);
  }

  void complain_full_width(const FullWidth& mark, std::size_t at) {
    diagnostics_.add(codes::placeholder_full_width,
                     places_.at(layout_.text.origin(at), mark.typed.size()),
                     {std::string(mark.typed), std::string(mark.meant)});
  }

  const Layout& layout_;
  const std::string& text_;
  const SourcePlaces& places_;
  const NarrativeOptions& options_;
  Diagnostics& diagnostics_;
  SourceText out_;
  std::size_t paragraph_end_ = 0;  // of the last code span
};

}  // namespace

SourceText fill_figures(const Layout& layout, const SourcePlaces& places,
                        const NarrativeOptions& options, Diagnostics& diagnostics) {
  return Walker(layout, places, options, diagnostics).run();
}

}  // namespace gongkai
