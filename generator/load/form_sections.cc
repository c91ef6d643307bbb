#include "load/form_sections.h"

#include <algorithm>

namespace gongkai {
namespace {

SectionContent read_content(const FileContext& context, const YamlNode& node,
                            const std::string& language) {
  MapReader map(context, node);
  SectionContent content;
  content.mark = node.mark;
  map.require("words");
  content.words = map.texts("words");
  map.require("sentence");
  content.sentence = map.localized_or("sentence", language, "");
  map.finish();
  return content;
}

Section read_section(const FileContext& context, const YamlNode& node, const std::string& language,
                     const Form& form) {
  MapReader map(context, node);
  Section section;
  section.mark = node.mark;
  section.id = map.required_text("id");
  map.require("title");
  section.title = map.localized_or("title", language, "");
  section.aliases = map.texts("aliases");
  section.help = map.localized_or("help", language, "");
  if (const auto table = map.text("table")) {
    for (std::size_t i = 0; i < form.tables.size(); ++i) {
      if (form.tables[i].id == *table) section.table = static_cast<int>(i);
    }
    if (section.table < 0) {
      std::vector<std::string> known;
      for (const Table& other : form.tables) known.push_back(other.id);
      suggest(context.error(codes::form_unknown_table, context.at(*map.get("table")), {*table}),
              *table, known);
    }
  }
  const std::string use = map.word_or("narrative", {"required", "optional", "none"}, "optional");
  section.narrative = use == "required"   ? NarrativeUse::required
                      : use == "optional" ? NarrativeUse::optional
                                          : NarrativeUse::none;
  for (const YamlNode* item : map.items("contains")) {
    section.contains.push_back(read_content(context, *item, language));
  }
  section.max_length = map.integer("max_length", 1, 1'000'000);
  map.finish();
  return section;
}

// A table that no section shows would be filled in and never seen.
void check_sections(const FileContext& context, const Form& form) {
  for (std::size_t t = 0; t < form.tables.size(); ++t) {
    const bool shown = std::any_of(form.sections.begin(), form.sections.end(), [&](const Section& s) {
      return s.table == static_cast<int>(t);
    });
    if (!shown) {
      context.error(codes::table_in_no_section, context.at(form.tables[t].mark),
                    {form.tables[t].id});
    }
  }
}

}  // namespace

void read_sections(const FileContext& context, MapReader& map, const std::string& language,
                   Form& form) {
  map.require("sections");
  for (const YamlNode* node : map.items("sections")) {
    form.sections.push_back(read_section(context, *node, language, form));
  }
  check_sections(context, form);
}

}  // namespace gongkai
