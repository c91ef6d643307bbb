#include "search/visible_text.h"

#include <algorithm>
#include <array>

#include "diagnostics/utf8.h"

namespace gongkai {

namespace {

/// Elements that stand within a line of text.
constexpr std::array<std::string_view, 31> inline_elements = {
    "a",   "abbr", "b",    "bdi",  "bdo", "cite",  "code",   "data", "del", "dfn", "em",
    "i",   "img",  "input", "ins",  "kbd", "label", "mark",   "q",    "s",   "samp", "small",
    "span", "strong", "sub", "sup", "time", "u",   "var",   "wbr",    "svg"};

constexpr std::array<std::string_view, 5> unseen_elements = {"nav", "script", "style", "template",
                                                             "noscript"};

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// In the page of a host there may be a `main` of its own, and ours is none.
constexpr std::string_view main_id = "id=\"gongkai-main\"";

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

class TextReader {
 public:
  explicit TextReader(std::string_view html)
      : html_(html), has_id_(html.find(main_id) != std::string_view::npos) {}

  std::vector<VisibleBlock> read() {
    while (at_ < html_.size()) {
      const std::size_t tag = std::min(html_.find('<', at_), html_.size());
      if (is_seen()) add_text(html_.substr(at_, tag - at_));
      at_ = tag;
      if (at_ < html_.size()) read_tag();
    }
    end_block();
    return std::move(blocks_);
  }

 private:
  bool is_seen() const { return in_main_ && unseen_ == 0; }

  void read_tag() {
    if (html_.substr(at_).starts_with("<!--")) {
      const std::size_t end = html_.find("-->", at_);
      at_ = end == std::string_view::npos ? html_.size() : end + 3;
      return;
    }
    const bool closes = html_.substr(at_ + 1).starts_with('/');
    const std::size_t begin = at_ + (closes ? 2 : 1);
    const std::size_t name_end = std::min(html_.find_first_of(" \t\n/>", begin), html_.size());
    skip_to_tag_end(name_end);
    const std::string_view name = html_.substr(begin, name_end - begin);
    if (bounds_main(name, html_.substr(name_end, at_ - name_end), closes)) return;
    enter(name, closes);
  }

  /// Whether this tag begins or ends the main part of the page.
  bool bounds_main(std::string_view name, std::string_view attributes, bool closes) {
    if (!in_main_) {
      const bool is_main = has_id_ ? attributes.find(main_id) != std::string_view::npos
                                   : name == "main";
      if (closes || !is_main) return false;
      main_element_ = name;
      nested_ = 0;
    } else if (name != main_element_) {
      return false;
    } else if (!closes || nested_ > 0) {
      nested_ += closes ? -1 : 1;
      return false;
    }
    end_block();
    in_main_ = !closes;
    return true;
  }

  void skip_to_tag_end(std::size_t from) {
    char quote = 0;
    for (at_ = from; at_ < html_.size(); ++at_) {
      const char c = html_[at_];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        ++at_;
        return;
      }
    }
  }

  void enter(std::string_view name, bool closes) {
    if (is_one_of(unseen_elements, name)) {
      end_block();
      unseen_ += closes ? -1 : 1;
      return;
    }
    if (!is_seen()) return;
    if (is_one_of(inline_elements, name)) {
      end_piece();
      return;
    }
    if (name == "tr") {
      end_block();
      in_row_ = !closes;
      return;
    }
    if (in_row_) {
      end_cell();
      return;
    }
    end_block();
    if (closes || name.size() != 2 || name[0] != 'h') return;
    if (name[1] == '1') block_.kind = VisibleBlock::Kind::title;
    if (name[1] >= '2' && name[1] <= '6') block_.kind = VisibleBlock::Kind::heading;
  }

  void add_text(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (is_blank(text[i])) {
        blank_ = true;
        continue;
      }
      const bool at_start = piece_.empty() && (block_.pieces.empty() || after_cell_);
      if (blank_ && !at_start) piece_ += ' ';
      blank_ = false;
      if (text[i] == '&') {
        i = add_entity(text, i);
      } else {
        piece_ += text[i];
      }
      after_cell_ = false;
    }
  }

  /// Adds what stands at `i` as `&name;` and returns where it ends.
  std::size_t add_entity(std::string_view text, std::size_t i) {
    const std::size_t end = text.find(';', i);
    if (end == std::string_view::npos) return piece_ += '&', i;
    const std::string_view name = text.substr(i + 1, end - i - 1);
    if (name == "amp") return piece_ += '&', end;
    if (name == "lt") return piece_ += '<', end;
    if (name == "gt") return piece_ += '>', end;
    if (name == "quot") return piece_ += '"', end;
    if (name == "nbsp") return piece_ += ' ', end;
    if (!name.starts_with('#') || name.size() < 2) return piece_ += '&', i;
    const bool hexadecimal = name[1] == 'x' || name[1] == 'X';
    char32_t value = 0;
    for (const char c : name.substr(hexadecimal ? 2 : 1)) {
      const int digit = c >= 'a' ? c - 'a' + 10 : c >= 'A' ? c - 'A' + 10 : c - '0';
      value = value * (hexadecimal ? 16 : 10) + static_cast<char32_t>(digit);
      if (value > 0x10ffff) return piece_ += '&', i;
    }
    append_utf8(piece_, value);
    return end;
  }

  void end_piece() {
    if (piece_.empty()) return;
    block_.pieces.push_back(std::move(piece_));
    piece_.clear();
  }

  void end_cell() {
    end_piece();
    if (!block_.pieces.empty() && !after_cell_) block_.pieces.back() += '\t';
    blank_ = false;
    after_cell_ = true;
  }

  void end_block() {
    end_piece();
    // A row on narrow screens bears its head a second time.
    auto& pieces = block_.pieces;
    pieces.erase(std::unique(pieces.begin(), pieces.end(),
                             [](const std::string& a, const std::string& b) {
                               return a == b && a.back() == '\t' && is_wordy(a);
                             }),
                 pieces.end());
    if (!pieces.empty() && pieces.back().back() == '\t') pieces.back().pop_back();
    if (!pieces.empty()) blocks_.push_back(std::move(block_));
    block_ = {};
    blank_ = false;
    after_cell_ = false;
  }

  static bool is_wordy(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
  }

  std::string_view html_;
  bool has_id_;
  std::size_t at_ = 0;
  std::string_view main_element_;
  int nested_ = 0;  ///< elements of that name that are open in it
  std::vector<VisibleBlock> blocks_;
  VisibleBlock block_;
  std::string piece_;
  bool in_main_ = false, in_row_ = false, blank_ = false, after_cell_ = false;
  int unseen_ = 0;
};

}  // namespace

std::vector<VisibleBlock> visible_text(std::string_view html) { return TextReader(html).read(); }

}  // namespace gongkai
