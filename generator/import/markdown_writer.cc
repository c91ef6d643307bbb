#include "import/markdown_writer.h"

#include <algorithm>

#include "diagnostics/utf8.h"

namespace gongkai {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool special = std::string_view("\\*_`<[]").find(c) != std::string_view::npos;
    const bool entity = c == '&' && i + 1 < text.size() &&
                        (text[i + 1] == '#' || (text[i + 1] >= 'a' && text[i + 1] <= 'z'));
    const bool strike = c == '~' && i + 1 < text.size() && text[i + 1] == '~';
    const bool figure = c == '{' && i + 1 < text.size() && text[i + 1] == '{';
    if (special || entity || strike || figure) out += '\\';
    out += c;
  }
  return out;
}

bool is_break(char32_t c) { return c == U'\n' || c == 0x2028 || c == 0x2029; }

// Without what nobody sees; blanks of all kinds as one.
std::string visible(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    i += c.length;
    if (is_break(c.value)) {
      out += '\n';
    } else if (c.value == '\t' || c.value == 0xA0 || c.value == 0x3000 ||
               (c.value >= 0x2000 && c.value <= 0x200A)) {
      out += ' ';
    } else if (c.value >= 0x20 && c.value != 0x7F && c.value != 0xAD &&
               !(c.value >= 0x200B && c.value <= 0x200F) && c.value != 0xFEFF &&
               !(c.value >= 0xE000 && c.value <= 0xF8FF)) {
      append_utf8(out, c.value);
    }
  }
  return out;
}

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// `# 3` at the start of a line would be a heading, `- ` a list, `---` a line across the page.
std::string with_safe_start(const std::string& line) {
  const std::size_t first = line.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  const std::string text = line.substr(first);
  if (text[0] == '#' || text[0] == '>' || text[0] == '|' || text[0] == '~') return "\\" + text;
  const bool mark = text[0] == '-' || text[0] == '+' || text[0] == '=';
  if (mark && (text.size() == 1 || text[1] == ' ' || text[1] == text[0])) return "\\" + text;
  return text;
}

// Runs of one look become one, and blanks at their ends stand outside of the marks.
std::string with_marks(const std::vector<TextRun>& runs, const NamePicture& name_picture) {
  std::string out;
  for (std::size_t i = 0; i < runs.size();) {
    if (runs[i].picture >= 0) {
      const PictureName name = name_picture(runs[i]);
      if (!name.file.empty()) out += "![" + escaped(name.description) + "](" + name.file + ")";
      ++i;
      continue;
    }
    std::string text;
    const TextRun& look = runs[i];
    for (; i < runs.size() && runs[i].picture < 0 && runs[i].strong == look.strong &&
           runs[i].emphasis == look.emphasis && runs[i].struck == look.struck;
         ++i) {
      text += visible(runs[i].text);
    }
    const std::string marks = std::string(look.struck ? "~~" : "") + (look.strong ? "**" : "") +
                              (look.emphasis ? "*" : "");
    const std::string back(marks.rbegin(), marks.rend());
    std::string line;
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::string part = text.substr(begin, end - begin);
      const std::string words = trimmed(part);
      if (begin > 0) out += '\n';
      if (words.empty() || marks.empty()) {
        out += escaped(part);
      } else {
        const std::size_t at = part.find(words);
        out += part.substr(0, at) + marks + escaped(words) + back +
               part.substr(at + words.size());
      }
      begin = end + 1;
    }
  }
  return out;
}

bool is_ordinal(const std::string& mark) {
  return mark.size() >= 2 && mark.back() == '.' &&
         std::all_of(mark.begin(), mark.end() - 1, [](char c) { return c >= '0' && c <= '9'; });
}

// Where all of a paragraph is in one look, the look says nothing but for a short line, a heading.
std::vector<TextRun> without_idle_looks(const Paragraph& paragraph) {
  std::vector<TextRun> runs = paragraph.runs;
  for (TextRun& run : runs) {
    if (is_blank(run.text)) run.strong = run.emphasis = run.struck = false;
  }
  const auto shown = [](const TextRun& run) { return run.picture < 0 && !is_blank(run.text); };
  const bool all_strong =
      std::ranges::all_of(runs, [&](const TextRun& run) { return !shown(run) || run.strong; });
  std::size_t size = 0;
  for (const TextRun& run : runs) size += run.text.size();
  if (all_strong && (paragraph.heading > 0 || size > 150)) {
    for (TextRun& run : runs) run.strong = false;
  }
  return runs;
}

}  // namespace

std::string markdown(const Paragraph& paragraph, bool raw, const NamePicture& name_picture) {
  if (raw) {
    std::string text;
    for (const TextRun& run : paragraph.runs) text += run.text;
    return text;
  }
  const std::string text = with_marks(without_idle_looks(paragraph), name_picture);
  std::string lead;
  const std::string indent(static_cast<std::size_t>(std::max(paragraph.list_depth, 0)) * 3, ' ');
  if (paragraph.list_mark == "-") {
    lead = indent + "- ";
  } else if (is_ordinal(paragraph.list_mark)) {
    lead = indent + paragraph.list_mark + " ";
  } else {
    lead = escaped(paragraph.list_mark);
  }
  std::string out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string line = trimmed(text.substr(begin, end - begin));
    begin = end + 1;
    if (line.empty()) continue;
    if (!out.empty()) {
      out += '\n';
    } else if (paragraph.heading > 0) {
      out += "### " + lead;
    } else {
      out += lead;
      if (lead.empty()) line = with_safe_start(line);
    }
    out += line;
  }
  return out;
}

std::string markdown(const Grid& table) {
  std::size_t width = 0;
  for (const GridRow& row : table.rows) {
    for (const GridCell& cell : row.cells) width = std::max(width, cell.column + cell.columns);
  }
  std::string out;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    std::vector<std::string> texts(width);
    for (const GridCell& cell : table.rows[i].cells) {
      std::string text = escaped(trimmed(visible(plain_text(cell))));
      std::ranges::replace(text, '\n', ' ');
      for (std::size_t bar = text.find('|'); bar != std::string::npos; bar = text.find('|', bar + 2)) {
        text.insert(bar, "\\");
      }
      texts[cell.column] = std::move(text);
    }
    out += "|";
    for (const std::string& text : texts) out += " " + text + " |";
    out += "\n";
    if (i > 0) continue;
    out += "|";
    for (std::size_t column = 0; column < width; ++column) out += "---|";
    out += "\n";
  }
  if (out.ends_with('\n')) out.pop_back();
  return out;
}

}  // namespace gongkai
