// The charts of a built portal: every number on one stands in the table beside it, every length is its
// number's, each has a title and a description, and none has a style of its own.
//
//     charts_test <public>
#include <cmath>
#include <iostream>
#include <set>
#include <sstream>

#include "html.h"

namespace fs = std::filesystem;

namespace {

int faults = 0, charts = 0, numbers = 0, lengths = 0;
std::string page;

void fault(const std::string& what) {
  std::cerr << page << ": " << what << "\n";
  ++faults;
}

std::string squeezed(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) > ' ') out += c;
  }
  return out;
}

double number_in(const std::string& text) {
  std::string digits;
  for (const char c : squeezed(text)) {
    if (c == ',') continue;
    if ((c < '0' || c > '9') && c != '.' && c != '-') break;
    digits += c;
  }
  return digits.empty() ? NAN : std::stod(digits);
}

std::vector<const GumboNode*> with_class(const GumboNode& node, std::string_view name,
                                         std::string_view css_class) {
  std::vector<const GumboNode*> found;
  for (const GumboNode* element : html::elements(node, name)) {
    if (html::has_class(*element, css_class)) found.push_back(element);
  }
  return found;
}

double attribute(const GumboNode& node, const char* name) {
  const char* value = html::attribute(node, name);
  return value == nullptr ? NAN : std::stod(value);
}

/// The rows of the table beside a chart, as texts.
std::vector<std::vector<std::string>> rows_of(const GumboNode& box) {
  std::vector<std::vector<std::string>> rows;
  for (const GumboNode* body : html::elements(box, "tbody")) {
    for (const GumboNode* row : html::elements(*body, "tr")) {
      std::vector<std::string> cells;
      for (const GumboNode* cell : html::elements(*row, "td")) {
        cells.push_back(squeezed(html::text(*cell)));
      }
      rows.push_back(std::move(cells));
    }
  }
  return rows;
}

void check_numbers(const GumboNode& svg, const std::vector<std::vector<std::string>>& rows) {
  std::string beside;
  for (const auto& row : rows) {
    for (const std::string& cell : row) beside += cell + "|";
  }
  for (const char* css_class : {"value", "number", "share"}) {
    for (const GumboNode* text : with_class(svg, "text", css_class)) {
      const std::string shown = squeezed(html::text(*text));
      if (!std::isnan(number_in(shown)) && beside.find(shown) == beside.npos) {
        fault(shown + " stands on a chart and not in its table");
      }
      ++numbers;
    }
  }
}

/// Lengths are in proportion to numbers; a tenth of a unit is lost to rounding.
void check_proportion(const std::vector<double>& values, const std::vector<double>& sizes) {
  if (values.size() != sizes.size()) {
    return fault(std::to_string(sizes.size()) + " lengths for " + std::to_string(values.size()) +
                 " numbers");
  }
  double largest = 0, longest = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] > largest) {
      largest = values[i];
      longest = sizes[i];
    }
  }
  for (std::size_t i = 0; i < values.size() && largest > 0; ++i) {
    ++lengths;
    if (std::abs(sizes[i] - values[i] / largest * longest) > 0.25) {
      fault("a length of " + std::to_string(sizes[i]) + " for " + std::to_string(values[i]));
    }
  }
}

void check_columns(const GumboNode& svg, const std::vector<std::vector<std::string>>& rows) {
  std::vector<double> values, heights;
  for (const auto& row : rows) {
    const double value = number_in(row.front());
    if (!std::isnan(value)) values.push_back(value);
  }
  for (const GumboNode* column : with_class(svg, "rect", "column")) {
    heights.push_back(attribute(*column, "height"));
  }
  check_proportion(values, heights);
}

void check_parts(const GumboNode& svg, const std::vector<std::vector<std::string>>& rows) {
  std::map<double, std::vector<double>> widths;  // by the bar's place
  for (const GumboNode* part : with_class(svg, "rect", "part")) {
    widths[attribute(*part, "y")].push_back(attribute(*part, "width"));
  }
  auto bar = widths.begin();
  for (const auto& row : rows) {
    std::vector<double> values;
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
      const double value = number_in(row[i]);
      if (!std::isnan(value) && value != 0) values.push_back(value);
    }
    if (std::isnan(number_in(row.back())) || values.empty()) continue;
    if (bar == widths.end()) return fault("a bar is missing");
    // A part too small for a tenth of a unit is not drawn.
    if (bar->second.size() == values.size()) check_proportion(values, bar->second);
    ++bar;
  }
  if (bar != widths.end()) fault("there are more bars than rows with a whole");
}

void check_box(const GumboNode& box) {
  const auto svgs = with_class(box, "svg", "chart");
  if (svgs.size() != 1) return fault("a box holds one chart");
  const GumboNode& svg = *svgs.front();
  ++charts;
  for (const char* name : {"title", "desc"}) {
    const auto found = html::elements(svg, name);
    if (found.empty() || squeezed(html::text(*found.front())).empty()) {
      fault(std::string("a chart without ") + name);
    }
  }
  html::each_element(svg, [](const GumboNode& element) {
    if (html::attribute(element, "style") != nullptr) fault("an inline style");
  });
  const auto rows = rows_of(box);
  check_numbers(svg, rows);
  if (html::has_class(svg, "columns")) check_columns(svg, rows);
  if (html::has_class(svg, "composition")) check_parts(svg, rows);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: charts_test <public>\n";
    return 2;
  }
  std::set<std::string> kinds;
  for (const auto& entry : fs::recursive_directory_iterator(argv[1])) {
    if (entry.path().extension() != ".html") continue;
    page = entry.path().lexically_relative(argv[1]).generic_string();
    const html::Document document(html::read(entry.path()));
    const int before = charts;
    for (const GumboNode* box : with_class(document.root(), "figure", "chart-box")) check_box(*box);
    if (charts != before) kinds.insert(page.substr(0, page.find('/')));
  }
  // Home, agencies, years and comparisons have charts.
  if (kinds.size() < 4) fault("charts are on pages of " + std::to_string(kinds.size()) + " kinds");
  std::cout << charts << " charts, " << numbers << " numbers, " << lengths << " lengths, " << faults
            << " faults\n";
  return faults == 0 && lengths > 100 ? 0 : 1;
}
