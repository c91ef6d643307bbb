#include "import/narratives.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "diagnostics/codes/import.h"
#include "diagnostics/utf8.h"
#include "import/debris.h"
#include "import/label_key.h"
#include "import/markdown_writer.h"
#include "import/recognise.h"
#include "import/section_headings.h"

namespace gongkai {
namespace {

constexpr std::size_t shown_text = 30;  ///< characters of a passage that a message shows

std::string beginning(const std::string& text) {
  std::u32string start = to_code_points(text.substr(0, shown_text * 4));
  std::string out;
  for (std::size_t i = 0; i < start.size() && i < shown_text; ++i) {
    append_utf8(out, start[i] == '\n' || start[i] == '\t' ? U' ' : start[i]);
  }
  return out.size() < text.size() ? out + "…" : out;
}

class NarrativeReader {
 public:
  NarrativeReader(const BoundReport& bound, const Document& document, const Agency& agency,
                  const std::string& file)
      : bound_(bound), form_(*bound.form), document_(document), agency_(agency), file_(file) {}

  ImportedNarratives read() {
    const std::size_t after_title = find_title();
    const std::vector<SectionStart> starts = find_sections(bound_, document_, after_title);
    report_headings(starts);
    std::map<std::size_t, std::string> texts;
    const std::size_t first = starts.empty() ? document_.blocks.size() : starts.front().block;
    std::string before = text_between(after_title, first);
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const std::size_t begin = starts[i].block + (starts[i].has_heading ? 1 : 0);
      const std::size_t end = i + 1 < starts.size() ? starts[i + 1].block : document_.blocks.size();
      texts[starts[i].section] += text_between(begin, end);
    }
    if (!before.empty()) put_before(before, texts);
    for (auto& [section, text] : texts) {
      if (text.empty()) continue;
      if (form_.sections[section].narrative == NarrativeUse::none) {
        add(codes::text_without_section, {form_.sections[section].title, beginning(text)});
        continue;
      }
      result_.sections.push_back({section, std::move(text)});
    }
    return std::move(result_);
  }

 private:
  Diagnostic& add(const Wording& wording, std::vector<std::string> arguments, std::size_t line = 0) {
    return result_.diagnostics.add(
        wording, {file_, line > 0 ? Mark{static_cast<std::uint32_t>(line), 1} : Mark{}, 0},
        std::move(arguments));
  }

  // The block behind the title. What stands above it (the name of a file, of a web site, a red
  // heading) is no text of the report.
  std::size_t find_title() {
    std::size_t seen = 0;
    for (std::size_t i = 0; i < document_.blocks.size() && seen < 40; ++i) {
      if (document_.blocks[i].is_table) break;
      const std::string text = plain_text(document_.blocks[i].paragraph);
      if (is_blank(text)) continue;
      ++seen;
      std::string line;
      for (const char c : text) line += c == '\n' ? ' ' : c;
      if (!is_title(form_, agency_, line)) continue;
      title_ = label_key(line);
      std::size_t after = i + 1;
      // A title on several lines.
      while (after < document_.blocks.size() && !document_.blocks[after].is_table &&
             (is_blank(plain_text(document_.blocks[after].paragraph)) ||
              is_title(form_, agency_, plain_text(document_.blocks[after].paragraph)))) {
        title_ += label_key(plain_text(document_.blocks[after].paragraph));
        ++after;
      }
      return after;
    }
    return 0;
  }

  void report_headings(const std::vector<SectionStart>& starts) {
    for (std::size_t s = 0; s < form_.sections.size(); ++s) {
      const auto start =
          std::ranges::find_if(starts, [&](const SectionStart& it) { return it.section == s; });
      const Section& section = form_.sections[s];
      if (start == starts.end() || !start->has_heading) {
        if (section.narrative == NarrativeUse::required) {
          add(codes::heading_not_found, {section.title});
        }
      } else if (!start->printed.empty()) {
        add(codes::heading_read_as, {start->printed, section.title},
            document_.blocks[start->block].paragraph.line);
      }
    }
  }

  void put_before(const std::string& before, std::map<std::size_t, std::string>& texts) {
    std::size_t target = 0;
    while (target < form_.sections.size() &&
           form_.sections[target].narrative == NarrativeUse::none) {
      ++target;
    }
    if (target == form_.sections.size()) return;
    add(codes::text_outside_sections, {beginning(before), form_.sections[target].title});
    texts[target] = before + texts[target];
  }

  std::string text_between(std::size_t begin, std::size_t end) {
    std::string out;
    bool after_table = false;
    for (std::size_t i = begin; i < end && i < document_.blocks.size(); ++i) {
      if (bound_.blocks.count(i) != 0) continue;
      const DocumentBlock& piece = document_.blocks[i];
      std::string text;
      if (piece.is_table) {
        text = markdown(piece.table);
        if (is_blank(text)) continue;
        out += (out.empty() ? "" : "\n") + text + "\n";
        after_table = true;
        continue;
      }
      text = paragraph(piece.paragraph);
      if (text.empty()) continue;
      // Chinese text takes every line for a paragraph.
      const bool apart = form_.language == "en" || after_table;
      out += (apart && !out.empty() ? "\n" : "") + text + "\n";
      after_table = false;
    }
    return out;
  }

  std::string paragraph(const Paragraph& paragraph) {
    const std::string plain = plain_text(paragraph);
    // The head of the next page.
    if (!title_.empty() && label_key(plain) == title_) return {};
    const bool picture =
        std::ranges::any_of(paragraph.runs, [](const TextRun& run) { return run.picture >= 0; });
    if (!picture) {
      switch (debris(form_, plain)) {
        case Debris::none:
          break;
        case Debris::silent:
          return {};
        case Debris::hint:
          add(codes::hint_dropped, {beginning(plain)}, paragraph.line);
          return {};
      }
    }
    const std::string text =
        markdown(paragraph, document_.is_markdown,
                 [this](const TextRun& run) { return save_picture(run); });
    std::string out;
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t line_end = std::min(text.find('\n', begin), text.size());
      if (begin > 0) out += '\n';
      out += no_title(text.substr(begin, line_end - begin));
      begin = line_end + 1;
    }
    return out;
  }

  // A line in the text that reads like a heading of the form would begin a section in report.md.
  // Its first character is written by its number: it looks the same and is no heading.
  std::string no_title(const std::string& line) const {
    const std::size_t first = line.find_first_not_of("#*_ \\");
    if (first == std::string::npos) return line;
    const std::size_t last = line.find_last_not_of("#*_ ");
    if (!is_section_title(form_, line.substr(first, last - first + 1))) return line;
    const CodePoint c = decode_utf8(line, first);
    return line.substr(0, first) + fmt::format("&#{};", static_cast<unsigned>(c.value)) +
           line.substr(first + c.length);
  }

  PictureName save_picture(const TextRun& run) {
    const Picture& picture = document_.pictures[static_cast<std::size_t>(run.picture)];
    std::string extension = picture.extension == "jpeg" ? "jpg" : picture.extension;
    for (char& c : extension) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    const bool published = extension == "png" || extension == "jpg" || extension == "webp";
    const auto known = saved_.find(run.picture);
    std::string name = known == saved_.end() ? "" : known->second;
    if (known == saved_.end()) {
      if (picture.bytes.empty() || !published) {
        add(codes::picture_left_out, {extension.empty() ? "?" : extension});
      } else {
        name = fmt::format("image{}.{}", result_.pictures.size() + 1, extension);
        result_.pictures.push_back({name, picture.bytes});
      }
      saved_[run.picture] = name;
    }
    const std::string number = name.substr(std::min<std::size_t>(5, name.size()),
                                           name.find('.') - std::min<std::size_t>(5, name.size()));
    return {name, is_blank(run.text) ? "图" + number : run.text};
  }

  const BoundReport& bound_;
  const Form& form_;
  const Document& document_;
  const Agency& agency_;
  std::string title_;  ///< the key of the title, all its lines joined
  const std::string& file_;
  std::map<int, std::string> saved_;
  ImportedNarratives result_;
};

}  // namespace

ImportedNarratives read_narratives(const BoundReport& bound, const Document& document,
                                   const Agency& agency, const std::string& file) {
  return NarrativeReader(bound, document, agency, file).read();
}

std::string narratives_text(const Form& form, const std::vector<ImportedSection>& sections) {
  std::string out;
  for (const ImportedSection& section : sections) {
    out += (out.empty() ? "## " : "\n## ") + form.sections[section.section].title + "\n\n" +
           section.text;
  }
  return out;
}

}  // namespace gongkai
