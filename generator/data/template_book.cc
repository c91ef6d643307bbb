#include "data/template_book.h"

#include <algorithm>
#include <limits>

#include "data/difference_marks.h"
#include "model/catalog.h"

namespace gongkai {
namespace {

constexpr int difference_column = 3;  ///< of the sheet of checks; hidden
constexpr int first_check = 2;        ///< row of the first rule there
constexpr int text_rows = 12;         ///< lines that a space for text begins with
constexpr double line_height = 16;

lxw_row_t row_of(int row) { return static_cast<lxw_row_t>(row); }
lxw_col_t column_of(int column) { return static_cast<lxw_col_t>(column); }

/// A text inside a formula.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

class TemplateMaker {
 public:
  TemplateMaker(const TemplateRequest& request, const Words& words)
      : request_(request), form_(*request.blank.form), words_(words) {}

  std::string make() {
    write_cover();
    for (const Section& section : form_.sections) {
      if (section.table >= 0) {
        write_table_of(section);
      } else if (section.narrative != NarrativeUse::none) {
        write_text_of(section);
      }
    }
    const RuleFormulas formulas(form_, places_, request_.previous);
    for (const auto& [cell, place] : places_) write_cell(cell, place, formulas);
    write_checks(formulas);
    for (lxw_worksheet* sheet : sheets_) finish_sheet(sheet);
    return book_.finish();
  }

 private:
  lxw_worksheet* add_sheet(const std::string& name) {
    sheets_.push_back(book_.add_sheet(name));
    return sheets_.back();
  }

  static void finish_sheet(lxw_worksheet* sheet) {
    lxw_protection options{};
    options.format_columns = LXW_TRUE;
    options.format_rows = LXW_TRUE;
    worksheet_protect(sheet, nullptr, &options);
    worksheet_set_paper(sheet, 9);  // A4
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_header(sheet, "&L&A&R&P / &N");
  }

  void write_cover() {
    lxw_worksheet* sheet = add_sheet(words_["template_cover"]);
    worksheet_set_column(sheet, 0, 0, 24, nullptr);
    worksheet_set_column(sheet, 1, 1, 60, nullptr);
    worksheet_merge_range(sheet, 0, 0, 0, 1, "", book_.title(true));
    worksheet_write_formula_str(sheet, 0, 0, title_formula().c_str(), book_.title(true),
                                report_title().c_str());
    worksheet_set_row(sheet, 0, 40, nullptr);
    Workbook::write(sheet, 2, 0, words_["template_agency"], book_.label());
    Workbook::write(sheet, 2, 1, agency(), book_.input(true));
    Workbook::write(sheet, 3, 0, words_["template_year"], book_.label());
    if (request_.blank.year > 0) {
      worksheet_write_number(sheet, 3, 1, request_.blank.year, book_.input(false));
    } else {
      Workbook::write(sheet, 3, 1, "", book_.input(false));
    }
    show_note(sheet);
  }

  /// How it is filled in, beside the cells and not in them: what stands in cells is the report.
  void show_note(lxw_worksheet* sheet) {
    std::string text;
    for (const char* key :
         {"template_how_cells", "template_how_blank", "template_how_totals", "template_how_red"}) {
      text += (text.empty() ? "" : "\n") + words_[key];
    }
    lxw_comment_options options{};
    options.visible = LXW_COMMENT_DISPLAY_VISIBLE;
    options.width = 560;
    options.height = 150;
    options.start_row = 5;
    options.start_col = 1;
    options.color = 0xFFFFFF;
    options.font_size = 11;
    worksheet_write_comment_opt(sheet, 3, 1, text.c_str(), &options);
  }

  std::string agency() const {
    return request_.blank.agency ? request_.blank.agency->name_in(request_.blank.year)
                                 : std::string();
  }

  std::string report_title() const {
    return request_.blank.agency ? gongkai::report_title(request_.blank) : form_.name;
  }

  /// The title as the form prescribes it, from the cells of the cover; until these are filled in,
  /// the name of the form.
  std::string title_formula() const {
    std::string formula;
    std::string text = form_.title;
    const auto add = [&](const std::string& piece) {
      if (!piece.empty()) formula += (formula.empty() ? "" : "&") + piece;
    };
    while (!text.empty()) {
      const std::size_t agency = text.find("{agency}"), year = text.find("{year}");
      const std::size_t at = std::min({agency, year, text.size()});
      if (at > 0) add(quoted(text.substr(0, at)));
      if (at == text.size()) break;
      add(at == agency ? "$B$3" : "$B$4");
      text.erase(0, at + (at == agency ? 8 : 6));
    }
    return "=IF(OR($B$3=\"\",$B$4=\"\")," + quoted(form_.name) + "," + formula + ")";
  }

  void write_table_of(const Section& section) {
    lxw_worksheet* sheet = add_sheet(section.title);
    const int first_row = write_title(sheet, section);
    // Cells are written when the places of all are known: sums name them.
    const TableSheet table = write_table(
        book_, sheet, first_row, words_, request_.blank, static_cast<std::size_t>(section.table),
        [](const SheetPlace&, CellIndex) {}, places_);
    tables_.push_back(table);
    if (section.narrative != NarrativeUse::none) {
      write_text_space(sheet, table.rows + 1, table.columns, section);
    }
  }

  void write_text_of(const Section& section) {
    lxw_worksheet* sheet = add_sheet(section.title);
    worksheet_set_column(sheet, 0, 0, 110, nullptr);
    write_text_space(sheet, write_title(sheet, section), 1, section);
  }

  /// The heading, where the name of the sheet has no room for it; returns the row below.
  int write_title(lxw_worksheet* sheet, const Section& section) {
    if (section.title == sheet->name) return 0;
    Workbook::write(sheet, 0, 0, section.title, book_.title(false));
    return 2;
  }

  void write_text_space(lxw_worksheet* sheet, int row, int columns, const Section& section) {
    Workbook::merge(sheet, row, 0, 1, columns, "", book_.input(true));
    const bool required = section.narrative == NarrativeUse::required;
    worksheet_set_row(sheet, row_of(row), (required ? 2 * text_rows : 3) * line_height, nullptr);
    std::string prompt = section.help;
    for (const SectionContent& content : section.contains) {
      prompt += (prompt.empty() ? "" : "\n") + content.sentence;
    }
    if (!required) prompt = words_["template_text_optional"];
    show_prompt(sheet, row, 0, words_["template_text"], prompt);
  }

  // What is said beside the cell while it is filled in. Excel takes so many characters and no more.
  static void show_prompt(lxw_worksheet* sheet, int row, int column, const std::string& title,
                          const std::string& text) {
    if (text.empty()) return;
    std::string fitting = shortened(text, 255), heading = shortened(title, 32);
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_ANY;
    validation.input_title = heading.data();
    validation.input_message = fitting.data();
    worksheet_data_validation_cell(sheet, row_of(row), column_of(column), &validation);
  }

  static std::string shortened(const std::string& text, std::size_t most) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if ((static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) continue;
      if (++characters == most) return text.substr(0, i) + "…";
    }
    return text;
  }

  void write_cell(CellIndex cell, const SheetPlace& place, const RuleFormulas& formulas) {
    const CellSpec& spec = form_.cells[cell];
    const Figure& figure = request_.blank.figure(cell);
    const auto& parts = spec.row_parts.empty() ? spec.column_parts : spec.row_parts;
    if (!parts.empty()) {
      worksheet_write_formula_str(place.sheet, row_of(place.row), column_of(place.column),
                                  formulas.sum_when_filled(parts).c_str(), book_.sum(), "");
    } else {
      Workbook::write(place.sheet, place.row, place.column, "",
                      book_.input(spec.type == FigureType::text));
      if (figure.is_number()) {
        worksheet_write_number(place.sheet, row_of(place.row), column_of(place.column),
                               std::stod(figure.value().str()), book_.input(false));
      }
    }
    if (spec.type != FigureType::text) validate(cell, place);
  }

  /// What may be typed: a number of the cell's type, or that the cell does not apply.
  void validate(CellIndex cell, const SheetPlace& place) {
    const CellSpec& spec = form_.cells[cell];
    const std::string name = place.name();
    std::string number = "ISNUMBER(" + name + ")";
    std::string error = words_["template_wants_number"];
    if (spec.type == FigureType::count) {
      number = "IF(" + number + ",AND(" + name + ">=0," + name + "=INT(" + name + ")),FALSE)";
      error = words_["template_wants_count"];
    } else if (spec.digits) {
      number = "IF(" + number + "," + name + "=ROUND(" + name + "," + std::to_string(*spec.digits) +
               "),FALSE)";
      error = words_.fill("template_wants_places", {std::to_string(*spec.digits)});
    }
    std::string formula = "=OR(" + number + "," + name + "=" + quoted(words_["not_applicable"]);
    if (spec.type == FigureType::days) formula += "," + name + "=\"<1\"";
    formula += ")";
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
    validation.value_formula = formula.data();
    std::string title = shortened(form_.column(cell).label, 32);
    std::string message = shortened(error, 225);
    validation.error_title = title.data();
    validation.error_message = message.data();
    worksheet_data_validation_cell(place.sheet, row_of(place.row), column_of(place.column),
                                   &validation);
  }

  void write_checks(const RuleFormulas& formulas) {
    lxw_worksheet* sheet = add_sheet(words_["checks_heading"]);
    book_.mark_as_helper(sheet);
    int column = 0;
    for (const char* key : {"sheet_rule", "sheet_place", "sheet_outcome", "difference"}) {
      Workbook::write(sheet, first_check - 1, column++, words_[key], book_.heading());
    }
    worksheet_freeze_panes(sheet, first_check, 0);
    DifferenceMarks marks(book_, places_);
    int row = first_check - 1;
    for (const Rule* rule : request_.rules) {
      for (const RuleInstance& instance : rule->instances) {
        if (places_.count(instance.cell) == 0 || !formulas.has_previous(instance.relation)) {
          continue;
        }
        write_check(sheet, ++row, *rule, instance, formulas);
        marks.add(instance.cell, {sheet, row, difference_column}, 0);
      }
    }
    worksheet_set_column(sheet, 0, 0, 60, nullptr);
    worksheet_set_column(sheet, 1, 1, 50, nullptr);
    worksheet_set_column(sheet, 2, 2, 20, nullptr);
    DifferenceMarks::hide(sheet, difference_column, difference_column);
    const std::string first = "$" + cell_name(first_check, difference_column);
    DifferenceMarks::alert(book_, sheet, first_check, row, difference_column,
                           "=AND(ISNUMBER(" + first + ")," + first + "<>0)");
    marks.write(tables_);
    if (row >= first_check) write_summary(sheet, row);
  }

  void write_check(lxw_worksheet* sheet, int row, const Rule& rule, const RuleInstance& instance,
                   const RuleFormulas& formulas) {
    Workbook::write(sheet, row, 0, rule.text.empty() ? rule.source : rule.text, book_.text());
    Workbook::write(sheet, row, 1, form_.cell_label(instance.cell), book_.text());
    const std::string difference = "$" + cell_name(row, difference_column);
    const std::string outcome = "=IF(ISNUMBER(" + difference + "),IF(" + difference + "=0," +
                                quoted(words_["template_holds"]) + "," +
                                quoted(words_["template_fails"]) + "&" + difference + ")," +
                                quoted(words_["template_open"]) + ")";
    worksheet_write_formula_str(sheet, row_of(row), 2, outcome.c_str(), book_.text(),
                                words_["template_open"].c_str());
    worksheet_write_formula_str(sheet, row_of(row), difference_column,
                                formulas.difference_when_filled(instance.relation).c_str(), nullptr,
                                "");
  }

  /// Above the rules: how many hold, fail, or wait for figures.
  void write_summary(lxw_worksheet* sheet, int last) {
    const std::string range =
        cell_name(first_check, difference_column) + ":" + cell_name(last, difference_column);
    const int rules = last - first_check + 1;
    const std::string count = "COUNT(" + range + ")", zeros = "COUNTIF(" + range + ",0)";
    const std::string formula = "=" + quoted(words_["template_sum_fails"]) + "&(" + count + "-" +
                                zeros + ")&" + quoted(words_["template_sum_holds"]) + "&" + zeros +
                                "&" + quoted(words_["template_sum_open"]) + "&(" +
                                std::to_string(rules) + "-" + count + ")";
    const std::string now = words_["template_sum_fails"] + "0" + words_["template_sum_holds"] +
                            "0" + words_["template_sum_open"] + std::to_string(rules);
    worksheet_write_formula_str(sheet, 0, 0, formula.c_str(), book_.title(false), now.c_str());
    worksheet_write_formula_num(sheet, 0, difference_column, ("=" + count + "-" + zeros).c_str(),
                                nullptr, 0);
    DifferenceMarks::alert(book_, sheet, 0, 0, 1, "=$" + cell_name(0, difference_column) + "<>0");
  }

  const TemplateRequest& request_;
  const Form& form_;
  const Words& words_;
  Workbook book_;
  SheetPlaces places_;
  std::vector<TableSheet> tables_;
  std::vector<lxw_worksheet*> sheets_;
};

}  // namespace

std::string template_book(const TemplateRequest& request, const Words& words) {
  return TemplateMaker(request, words).make();
}

}  // namespace gongkai
