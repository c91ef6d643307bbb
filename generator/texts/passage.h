#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"
#include "model/report.h"
#include "texts/confirmed.h"

namespace gongkai {

/// A part of a text and where it begins in it, in bytes.
struct Passage {
  std::size_t begin = 0;
  std::string_view text;

  std::size_t end() const { return begin + text.size(); }
};

/// The sentence around an offset: up to 。；！？ or a line break, the mark left out.
Passage sentence_at(std::string_view text, std::size_t offset);

/// The part of a sentence around an offset: a comma and a colon end it too.
Passage clause_at(std::string_view text, std::size_t offset);

/// Whether one of the words stands in the text.
bool has_any(std::string_view text, std::initializer_list<std::string_view> words);

/// `agency/2024/overview`: what a message about a narrative speaks of.
std::string subject_of(const Report& report, const Narrative& narrative);

/// Adds a message about `length` bytes at `offset` of a narrative, unless `confirmed:` answers it.
void add_unless_confirmed(const Report& report, const Narrative& narrative, std::size_t offset,
                          std::size_t length, const Wording& wording, RuleSeverity severity,
                          std::vector<std::string> arguments, Diagnostics& diagnostics);

}  // namespace gongkai
