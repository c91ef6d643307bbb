#include "narrative/html_output.h"

#include "diagnostics/codes/narrative.h"

namespace gongkai {

HtmlOutput::HtmlOutput(const JoinedText& joined, const SourcePlaces& source_places,
                       const NarrativeOptions& narrative_options, Diagnostics& diagnostics_of_text)
    : text(joined),
      places(source_places),
      options(narrative_options),
      diagnostics(diagnostics_of_text),
      finder(joined.text.text()) {}

std::string HtmlOutput::clean(const char* words) const {
  return remove_joiner(words ? words : std::string_view(), text.joiner);
}

void HtmlOutput::begin_line() {
  if (!html.empty() && html.back() != '\n') html += '\n';
  if (!plain.empty() && plain.back() != '\n') plain += '\n';
}

void HtmlOutput::complain(const Wording& wording, std::size_t offset, std::size_t length,
                          std::vector<std::string> arguments) {
  diagnostics.add(wording, places.at(text.text.origin(offset), length), std::move(arguments));
}

void HtmlOutput::complain_of_html(std::string_view shown) {
  const std::string name = first_line_of(shown);
  complain(codes::raw_html, finder.find(name), name.size(), {name});
}

}  // namespace gongkai
