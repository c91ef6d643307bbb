#include "diagnostics/printer.h"

#include <fmt/format.h>

#include "diagnostics/utf8.h"

namespace gongkai {
namespace {

// What is printed of a source line at most; pasted lines can be very long.
constexpr std::size_t excerpt_cells = 100;

std::string_view severity_word(Severity severity, Language language) {
  const bool zh = language == Language::zh;
  switch (severity) {
    case Severity::error: return zh ? "错误" : "error";
    case Severity::warning: return zh ? "警告" : "warning";
    case Severity::hint: return zh ? "提示" : "hint";
  }
  return {};
}

std::string_view severity_color(Severity severity) {
  switch (severity) {
    case Severity::error: return "\x1b[1;31m";
    case Severity::warning: return "\x1b[1;33m";
    case Severity::hint: return "\x1b[1;36m";
  }
  return {};
}

// A source line as it can be shown on any terminal, with the caret line below it.
struct Excerpt {
  std::string line;
  std::string caret;
};

Excerpt make_excerpt(std::string_view line, std::size_t column, std::size_t length) {
  const std::size_t target = column - 1;
  const std::size_t underline_end = target + std::max<std::size_t>(length, 1);
  // A caret far to the right of a long line: leave out the beginning.
  std::size_t begin = std::min(target, line.size());
  for (std::size_t before = 0; begin > 0;) {
    std::size_t start = begin - 1;
    while (start > 0 && (static_cast<unsigned char>(line[start]) & 0xC0) == 0x80) --start;
    const char32_t c = decode_utf8(line, start).value;
    before += c == '\t' ? 8 : static_cast<std::size_t>(display_width(c));
    if (before > excerpt_cells * 3 / 4) break;
    begin = start;
  }
  Excerpt excerpt;
  std::size_t cells = 0;
  if (begin > 0) {
    excerpt.line = "… ";
    cells = 2;
  }
  std::size_t caret_cells = 0, underline = 0;
  for (std::size_t i = begin; i < line.size();) {
    const CodePoint c = decode_utf8(line, i);
    const std::size_t width = c.value == '\t' ? 8 - cells % 8 : display_width(c.value);
    if (cells + width > excerpt_cells) {
      excerpt.line += " …";
      break;
    }
    if (i < target) caret_cells = cells + width;
    if (i >= target && i < underline_end) underline += width;
    if (c.value == '\t') {
      excerpt.line.append(width, ' ');
    } else if (c.value < 0x20 || c.value == 0x7F || (c.value >= 0x80 && c.value < 0xA0)) {
      excerpt.line += '?';
    } else {
      append_utf8(excerpt.line, c.value);
    }
    cells += width;
    i += c.length;
  }
  if (target <= begin) caret_cells = begin > 0 ? 2 : 0;
  excerpt.caret = std::string(caret_cells, ' ') + '^';
  if (underline > 1) excerpt.caret.append(underline - 1, '~');
  return excerpt;
}

}  // namespace

Printer::Printer(PrintOptions options, SourceReader reader)
    : options_(options), sources_(std::move(reader)) {}

void Printer::place(std::string& out, const Position& position) {
  out += position.file;
  if (!position.mark.known()) return;
  const SourceLines::Place place = sources_.place(position);
  out += fmt::format(":{}:{}", place.line, place.column);
}

void Printer::excerpt(std::string& out, const Position& position) {
  if (!position.mark.known() || !sources_.has(position.file)) return;
  const std::string_view line = sources_.line(position.file, position.mark.line);
  const Excerpt shown =
      make_excerpt(line, std::min<std::size_t>(position.mark.column, line.size() + 1),
                   position.length);
  const std::string number = std::to_string(position.mark.line);
  out += fmt::format("{:>5} | {}\n{:>5} | {}\n", number, shown.line, "", shown.caret);
}

std::string Printer::print(const Diagnostic& diagnostic) {
  std::string out;
  const bool zh = options_.language == Language::zh;
  const std::string_view bold = options_.color ? "\x1b[1m" : "";
  const std::string_view off = options_.color ? "\x1b[0m" : "";
  const std::string_view color = options_.color ? severity_color(diagnostic.severity) : "";
  if (!diagnostic.position.file.empty()) {
    out += bold;
    place(out, diagnostic.position);
    out += off;
    out += ": ";
  }
  out += fmt::format("{}{}:{} {}{}{} [{}]\n", color,
                     severity_word(diagnostic.severity, options_.language), off, bold,
                     message(diagnostic, options_.language), off, diagnostic.code());
  excerpt(out, diagnostic.position);
  for (const Note& note : diagnostic.notes) {
    out += "  ";
    if (!note.position.file.empty()) {
      place(out, note.position);
      out += ": ";
    }
    out += fmt::format("{}: {}\n", zh ? "说明" : "note", message(note, options_.language));
    // The parts of a sum stand on the line that was just shown, or name their figures themselves.
    if (note.position.file != diagnostic.position.file ||
        note.position.mark.line != diagnostic.position.mark.line) {
      excerpt(out, note.position);
    }
  }
  const std::string mend = help(diagnostic, options_.language);
  if (!mend.empty()) out += fmt::format("  {}: {}\n", zh ? "怎么改" : "help", mend);
  return out;
}

std::string Printer::print_place(const Position& position) {
  std::string out;
  place(out, position);
  out += '\n';
  excerpt(out, position);
  return out;
}

std::string Printer::print_places(const std::vector<const Diagnostic*>& others) {
  const bool zh = options_.language == Language::zh;
  std::string out = fmt::format(
      fmt::runtime(zh ? "  还有 {} 处相同：\n" : "  and in {} other places:\n"), others.size());
  for (const Diagnostic* other : others) {
    out += "    ";
    place(out, other->position);
    out += '\n';
  }
  return out;
}

}  // namespace gongkai
