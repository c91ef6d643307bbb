#pragma once

#include <string>
#include <string_view>

#include "model/report.h"

namespace gongkai {

/// One cell in the words that published data use (docs/data.md): never translated, never changed.
struct PublishedCell {
  std::string_view address;  ///< `requests.new.natural`
  std::string_view state;
  std::string value;         ///< the number as written, without signs that are only printed
  std::string_view text;     ///< of a cell that holds text
  std::string_view unit;     ///< the form's, or the one written with the figure
  std::string_view origin;   ///< empty where nothing was reported
  std::string_view note;
};

/// The views point into the report and its form.
PublishedCell published_cell(const Report& report, CellIndex cell);

/// The same for another figure in the place of the report's own.
PublishedCell published_cell(const Report& report, CellIndex cell, const Figure& figure);

std::string_view data_word(State state);
std::string_view data_word(Origin origin);
std::string_view data_word(Scope scope);
std::string_view data_word(FigureType type);

}  // namespace gongkai
