#include "import/section_headings.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "diagnostics/utf8.h"
#include "import/label_key.h"
#include "model/folding.h"

namespace gongkai {
namespace {

constexpr std::size_t longest_heading = 40;  ///< characters

bool is_numeral(char32_t c) {
  return std::u32string_view(U"一二三四五六七八九十").find(c) != std::u32string_view::npos;
}

// 五、 or 五. before the words; people also write `l六、` and （五）.
bool has_section_number(const std::string& text) {
  std::size_t looked = 0;
  bool numeral = false;
  for (std::size_t i = 0; i < text.size() && looked < 6;) {
    const CodePoint c = decode_utf8(text, i);
    i += c.length;
    if (fold_character(c.value) == 0) continue;
    ++looked;
    if (is_numeral(c.value)) {
      numeral = true;
    } else if (numeral) {
      return c.value == U'、' || c.value == U'.' || c.value == U'．' || c.value == U'，';
    }
  }
  return false;
}

// The words of a heading: no numeral, no letters that slipped in before it, no bracket behind.
std::string heading_words(const std::string& text) {
  std::string line = text;
  for (const char* open : {"（", "("}) {
    const std::size_t bracket = line.rfind(open);
    const bool at_end = line.ends_with("）") || line.ends_with(")");
    if (bracket != std::string::npos && bracket > 0 && at_end) line.erase(bracket);
  }
  std::string key = label_key(line);
  while (!key.empty() && key[0] >= 'a' && key[0] <= 'z') key.erase(0, 1);
  return without_numeral(key);
}

// Of the characters of both, how many stand in both in one order.
double alikeness(const std::u32string& a, const std::u32string& b) {
  if (a.empty() || b.empty()) return 0;
  std::vector<std::size_t> line(b.size() + 1, 0);
  for (const char32_t c : a) {
    std::size_t corner = 0;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = line[j];
      line[j] = c == b[j - 1] ? corner + 1 : std::max(line[j], line[j - 1]);
      corner = above;
    }
  }
  return 2.0 * static_cast<double>(line[b.size()]) / static_cast<double>(a.size() + b.size());
}

struct Candidate {
  std::size_t block;
  double score;  ///< 1: word for word
  std::string printed;
};

class Finder {
 public:
  Finder(const BoundReport& bound, const Document& document) : form_(*bound.form), bound_(bound) {
    for (const Section& section : form_.sections) {
      std::vector<std::u32string>& names = names_.emplace_back();
      names.push_back(to_code_points(without_numeral(label_key(section.title))));
      for (const std::string& alias : section.aliases) {
        names.push_back(to_code_points(without_numeral(label_key(alias))));
      }
    }
    for (std::size_t i = 0; i < document.blocks.size(); ++i) look_at(document.blocks[i], i);
  }

  std::vector<SectionStart> find(std::size_t from) const {
    std::vector<SectionStart> starts;
    for (std::size_t s = 0; s < form_.sections.size(); ++s) {
      const int table = form_.sections[s].table;
      const std::size_t place =
          table < 0 ? SIZE_MAX : bound_.first_block[static_cast<std::size_t>(table)];
      // Up to the next table: what stands below it is none of this section's heading.
      std::size_t until = place == SIZE_MAX ? next_table(s) : place;
      const Candidate* best = nullptr;
      for (const Candidate& candidate : candidates(s)) {
        if (candidate.block < from || candidate.block > until) continue;
        const bool later_counts = place != SIZE_MAX;
        const bool better = best == nullptr || candidate.score > best->score ||
                            (later_counts && candidate.score == best->score);
        if (better) best = &candidate;
      }
      if (best != nullptr) {
        starts.push_back({s, best->block, true, best->score < 1 ? best->printed : ""});
        from = best->block + 1;
      } else if (place != SIZE_MAX) {
        starts.push_back({s, place, false, ""});
        from = place + 1;
      }
      if (place != SIZE_MAX) from = std::max(from, place + 1);
    }
    return starts;
  }

 private:
  void look_at(const DocumentBlock& piece, std::size_t block) {
    if (piece.is_table) return;
    const std::string text = plain_text(piece.paragraph);
    const std::string words = heading_words(text);
    const std::size_t length = characters(words);
    if (length < 2 || length > longest_heading || text.find("。") != std::string::npos) return;
    const bool marked = has_section_number(text) || piece.paragraph.heading > 0;
    const std::u32string key = to_code_points(words);
    for (std::size_t s = 0; s < names_.size(); ++s) {
      double score = 0;
      for (const std::u32string& name : names_[s]) {
        score = std::max(score, key == name ? 1.0 : marked ? alikeness(key, name) * 0.99 : 0.0);
      }
      if (score >= 0.62) candidates_[s].push_back({block, score, text});
    }
  }

  const std::vector<Candidate>& candidates(std::size_t section) const {
    static const std::vector<Candidate> none;
    const auto found = candidates_.find(section);
    return found == candidates_.end() ? none : found->second;
  }

  std::size_t next_table(std::size_t section) const {
    for (std::size_t s = section + 1; s < form_.sections.size(); ++s) {
      const int table = form_.sections[s].table;
      if (table < 0) continue;
      const std::size_t place = bound_.first_block[static_cast<std::size_t>(table)];
      if (place != SIZE_MAX) return place;
    }
    return SIZE_MAX;
  }

  const Form& form_;
  const BoundReport& bound_;
  std::vector<std::vector<std::u32string>> names_;
  std::map<std::size_t, std::vector<Candidate>> candidates_;
};

}  // namespace

std::vector<SectionStart> find_sections(const BoundReport& bound, const Document& document,
                                        std::size_t from) {
  return Finder(bound, document).find(from);
}

namespace {

// The only cell of a row with something in it; null where there are several or none.
const GridCell* only_cell(const GridRow& row) {
  const GridCell* only = nullptr;
  for (const GridCell& cell : row.cells) {
    if (cell.covered || is_blank(plain_text(cell))) continue;
    if (only != nullptr) return nullptr;
    only = &cell;
  }
  return only;
}

// Whatever number stands before them.
bool has_words_of_a_title(const Form& form, const std::string& text) {
  const std::string words = heading_words(text);
  if (words.empty()) return false;
  return std::ranges::any_of(form.sections, [&](const Section& section) {
    return without_numeral(label_key(section.title)) == words ||
           std::ranges::any_of(section.aliases, [&](const std::string& alias) {
             return without_numeral(label_key(alias)) == words;
           });
  });
}

void append_part(std::vector<DocumentBlock>& out, Grid part) {
  const bool texts = std::ranges::all_of(part.rows, [](const GridRow& row) {
    return only_cell(row) != nullptr || std::ranges::all_of(row.cells, [](const GridCell& cell) {
      return is_blank(plain_text(cell));
    });
  });
  if (!texts) {
    DocumentBlock& piece = out.emplace_back();
    piece.is_table = true;
    piece.table = std::move(part);
    return;
  }
  for (GridRow& row : part.rows) {
    for (GridCell& cell : row.cells) std::ranges::move(cell.blocks, std::back_inserter(out));
  }
}

}  // namespace

void lift_headings(Document& document, const SharedList<Form>& forms) {
  std::vector<DocumentBlock> lifted;
  for (DocumentBlock& piece : document.blocks) {
    const auto is_heading = [&](const GridRow& row) {
      const GridCell* only = only_cell(row);
      return only != nullptr && std::ranges::any_of(forms, [&](const Form& form) {
               return has_words_of_a_title(form, plain_text(*only));
             });
    };
    if (!piece.is_table || std::ranges::none_of(piece.table.rows, is_heading)) {
      lifted.push_back(std::move(piece));
      continue;
    }
    Grid part;
    for (GridRow& row : piece.table.rows) {
      if (!is_heading(row)) {
        part.rows.push_back(std::move(row));
        continue;
      }
      append_part(lifted, std::exchange(part, {}));
      Grid heading;
      heading.rows.push_back(std::move(row));
      append_part(lifted, std::move(heading));
    }
    append_part(lifted, std::move(part));
  }
  document.blocks = std::move(lifted);
}

bool is_section_title(const Form& form, const std::string& line) {
  return !form.section_keys.own(fold(line)).empty();
}

}  // namespace gongkai
