#include "proof/proof_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "embedded/gongkai_proof.h"
#include "model/digest.h"
#include "model/figure_text.h"
#include "model/published_cell.h"
#include "narrative/markup.h"
#include "proof/guarded_cells.h"

namespace gongkai {
namespace {

/// With more columns than this a table is printed across the page.
constexpr std::size_t upright_columns = 8;

std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

std::string element(std::string_view name, std::string_view html, std::string_view of_class = {}) {
  const std::string attribute = of_class.empty() ? "" : fmt::format(" class=\"{}\"", of_class);
  return fmt::format("<{0}{1}>{2}</{0}>", name, attribute, html);
}

/// A text between quotes in CSS.
std::string css_text(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\' || c == '<') {
      out += fmt::format("\\{:x} ", static_cast<unsigned char>(c));
    } else {
      out += c == '\n' ? ' ' : c;
    }
  }
  return out + "\"";
}

class ProofSheet {
 public:
  ProofSheet(const Catalog& catalog, const Report& report, const std::vector<Finding>& findings)
      : catalog_(catalog),
        report_(report),
        form_(*report.form),
        zh_(catalog.settings.chinese()),
        guarded_(guarded_cells(report, findings)) {}

  std::string make() {
    out_ += fmt::format("{} lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n",
                        proof_sheet_start(), zh_ ? "zh-CN" : "en", escaped(title()));
    out_ += "<meta name=\"viewport\" content=\"width=device-width\">\n<style>\n" + style() +
            "</style>\n</head>\n<body>\n<main>\n";
    write_head();
    for (std::size_t i = 0; i < form_.tables.size(); ++i) write_table(i);
    write_end();
    return out_ + "</main>\n</body>\n</html>\n";
  }

 private:
  const char* say(const char* en, const char* zh) const { return zh_ ? zh : en; }
  template <typename... Arguments>
  std::string fill(const char* en, const char* zh, const Arguments&... arguments) const {
    return fmt::format(fmt::runtime(say(en, zh)), arguments...);
  }

  std::string title() const {
    return fill("To read back: {}", "对读单：{}", report_title(report_));
  }

  // What stands in the margins of every page, for pages that got out of order.
  std::string style() const {
    std::string css;
    for (const EmbeddedFile& file : proof_files::files()) css += file.bytes;
    const std::string left =
        fmt::format("{} {}", report_.agency->name_in(report_.year), report_.year);
    const std::string page = zh_ ? "\"第 \" counter(page) \" 页，共 \" counter(pages) \" 页\""
                                 : "\"page \" counter(page) \" of \" counter(pages)";
    return css + fmt::format(
                     "@page {{ @top-left {{ content: {} }} @top-right {{ content: {} }} "
                     "@bottom-center {{ content: {} }} }}\n",
                     css_text(left), css_text(catalog_.today.str()), page);
  }

  void write_fact(const char* en, const char* zh, const std::string& value) {
    out_ += element("dt", say(en, zh)) + element("dd", escaped(value)) + "\n";
  }

  void write_head() {
    out_ += element("h1", escaped(title())) + "\n<dl>\n";
    write_fact("Agency", "填报机关", report_.agency->name_in(report_.year));
    write_fact("Year", "年度", std::to_string(report_.year));
    write_fact("Form", "表样", fill("{} ({})", "{}（{}）", form_.name, form_.id));
    if (report_.scope_written) {
      write_fact("Scope", "范围",
                 report_.scope == Scope::all ? say("the whole area", "全辖")
                                             : say("the office itself", "本级"));
    }
    write_fact("State", "状态", state());
    write_fact("Made on", "打印日期", catalog_.today.str());
    out_ += "</dl>\n<ol class=\"how\">\n";
    for (const char* line :
         {say("One reads the paper aloud, row by row from left to right; the other follows here "
              "and "
              "ticks the box at the end of the row.",
              "一人照纸质原件逐行、从左到右读出，另一人看这张单子，一行读完在行末的方框打勾。"),
          say("A cell in a thick frame stands in no sum: no rule would find a mistake in it. Read "
              "each of them twice and tick its own box.",
              "粗框里的数字不在任何合计或勾稽关系里，错了程序查不出来：每一格读两遍，在格子里的方框"
              "打勾。"),
          say("What is not a plain figure on the paper is said in words: blank, not applicable, "
              "computed.",
              "原件上不是数字的，单子上写明：空白、不适用、计算得出。")}) {
      out_ += element("li", line) + "\n";
    }
    out_ += "</ol>\n";
  }

  std::string state() const {
    switch (report_.status) {
      case Status::draft:
        return say("draft", "草稿");
      case Status::withdrawn:
        return say("withdrawn", "已撤回");
      case Status::published:
        break;
    }
    if (!report_.published) return say("not published", "未公布");
    return fill("published {}", "{} 公布", report_.published->date.str());
  }

  std::vector<const Row*> rows_of(const Table& table) const {
    std::vector<const Row*> rows;
    for (const Row& row : table.rows) {
      if (!row.cells.empty() && stands(table, row)) rows.push_back(&row);
    }
    return rows;
  }

  bool is_unsplit(const Row& row) const {
    const auto& heads = report_.unsplit_heads;
    return !row.cells.empty() &&
           std::find(heads.begin(), heads.end(), row.cells.front()) != heads.end();
  }

  // A head has no figures on the paper unless it was filed as one row, in place of those below it.
  bool stands(const Table& table, const Row& row) const {
    if (row.kind != Row::Kind::leaf) return is_unsplit(row);
    for (int at = row.parent; at >= 0; at = table.rows[static_cast<std::size_t>(at)].parent) {
      if (is_unsplit(table.rows[static_cast<std::size_t>(at)])) return false;
    }
    return true;
  }

  std::vector<std::string> columns_of(const Row& row) const {
    std::vector<std::string> columns;
    for (const CellIndex cell : row.cells) columns.push_back(form_.column(cell).label);
    return columns;
  }

  void write_table(std::size_t index) {
    const Table& table = form_.tables[index];
    const std::vector<const Row*> rows = rows_of(table);
    std::size_t widest = 0;
    for (const Row* row : rows) widest = std::max(widest, row->cells.size());
    out_ +=
        fmt::format("<section class=\"{}\">\n", widest > upright_columns ? "across" : "upright");
    out_ += element("h2", fill("Table {} of {}: {}", "表{}（共 {} 张）：{}", index + 1,
                               form_.tables.size(), escaped(title_of(index)))) +
            "\n";
    for (std::size_t first = 0; first < rows.size();) {
      const std::vector<std::string> columns = columns_of(*rows[first]);
      std::size_t end = first;
      while (end < rows.size() && columns_of(*rows[end]) == columns &&
             rows[end]->block == rows[first]->block) {
        ++end;
      }
      write_rows(table, rows, first, end);
      first = end;
    }
    write_sums(index, rows);
    out_ += "</section>\n";
  }

  std::string title_of(std::size_t table) const {
    for (const Section& section : form_.sections) {
      if (section.table == static_cast<int>(table)) return section.title;
    }
    return form_.tables[table].caption;
  }

  void write_rows(const Table& table, const std::vector<const Row*>& rows, std::size_t first,
                  std::size_t end) {
    const std::string& caption = table.blocks[static_cast<std::size_t>(rows[first]->block)].caption;
    const bool numbered = std::any_of(rows.begin() + static_cast<std::ptrdiff_t>(first),
                                      rows.begin() + static_cast<std::ptrdiff_t>(end),
                                      [](const Row* row) { return !row->number.empty(); });
    out_ += "<table>\n";
    if (!caption.empty()) out_ += element("caption", escaped(caption)) + "\n";
    out_ += "<thead><tr>";
    if (numbered) out_ += element("th", say("No.", "行号"), "number");
    out_ += element("th", say("Row", "行"), "row");
    for (const CellIndex cell : rows[first]->cells) {
      out_ += element("th", escaped(form_.column(cell).label));
    }
    out_ += element("th", say("Read", "读毕"), "tick") + "</tr></thead>\n<tbody>\n";
    int head = -1;
    for (std::size_t i = first; i < end; ++i) {
      if (rows[i]->parent != head && rows[i]->parent >= 0) {
        write_heads(table, rows[i]->parent, head, rows[i]->cells.size() + (numbered ? 3 : 2));
      }
      head = rows[i]->parent;
      write_row(*rows[i], numbered);
    }
    out_ += "</tbody>\n</table>\n";
  }

  // The heads above a row that the row before it does not share.
  void write_heads(const Table& table, int head, int before, std::size_t width) {
    std::vector<int> above;
    for (int at = head; at >= 0; at = table.rows[static_cast<std::size_t>(at)].parent) {
      if (is_above(table, at, before)) break;
      above.push_back(at);
    }
    for (auto at = above.rbegin(); at != above.rend(); ++at) {
      const Row& row = table.rows[static_cast<std::size_t>(*at)];
      if (row.kind == Row::Kind::caption) continue;
      out_ += fmt::format("<tr class=\"head\"><th colspan=\"{}\">{}</th></tr>\n", width,
                          escaped(row.label));
    }
  }

  static bool is_above(const Table& table, int head, int row) {
    for (; row >= 0; row = table.rows[static_cast<std::size_t>(row)].parent) {
      if (row == head) return true;
    }
    return false;
  }

  void write_row(const Row& row, bool numbered) {
    out_ += "<tr>";
    if (numbered) out_ += element("th", escaped(row.number), "number");
    out_ += element("th", escaped(row.label), "row");
    for (const CellIndex cell : row.cells) write_cell(cell);
    out_ += element("td", "<i></i>", "tick") + "</tr>\n";
  }

  void write_cell(CellIndex cell) {
    const Figure& figure = report_.figure(cell);
    const CellDetail* detail = report_.detail(cell);
    std::string html = figure_html(cell);
    if (detail && !detail->unit.empty()) html += " " + element("small", escaped(detail->unit));
    if (figure.origin == Origin::computed) html += element("small", say("computed", "计算得出"));
    if (figure.origin == Origin::declared_zero) {
      html += element("small", say("blank on the paper", "原件空白"));
    }
    if (detail && !detail->note.empty()) {
      html += element("small", fill("note: {}", "注：{}", escaped(detail->note)));
    }
    const bool alone = !guarded_[cell] && figure.origin != Origin::computed;
    out_ += alone ? element("td", html + "<i></i>", "alone") : element("td", html);
  }

  std::string figure_html(CellIndex cell) const {
    const Figure& figure = report_.figure(cell);
    switch (figure.state) {
      case State::figure:
      case State::below_limit:
        return escaped(figure_text(figure, form_.cells[cell]));
      case State::text:
        return element("small", escaped(report_.detail(cell)->text));
      case State::not_applicable:
        return element("small", say("n/a", "不适用"));
      case State::not_reported:
      case State::not_asked:
        break;
    }
    return element("small", say("blank", "空白"));
  }

  // A second way to see that nothing was left out or added: the same can be reckoned on the paper.
  void write_sums(std::size_t table, const std::vector<const Row*>& rows) {
    std::size_t cells = 0, zeros = 0, blanks = 0, alone = 0;
    std::map<std::string, Decimal> sums;  ///< figures of different units are not added up
    for (const Row* row : rows) {
      for (const CellIndex cell : row->cells) {
        const Figure& figure = report_.figure(cell);
        ++cells;
        if (!figure.is_number()) {
          ++blanks;
        } else {
          if (figure.value().is_zero()) ++zeros;
          sums[std::string(published_cell(report_, cell).unit)] += figure.value();
        }
        if (!guarded_[cell] && figure.origin != Origin::computed) ++alone;
      }
    }
    std::string sum;
    for (const auto& [unit, value] : sums) {
      sum += (sum.empty() ? "" : say(", ", "，")) + number_text(value);
      if (!unit.empty()) sum += " " + escaped(unit);
    }
    out_ +=
        element(
            "p",
            fill("{} cells: {} other than zero, {} zero, {} without a number. Sum of all "
                 "figures of the table, totals included: {}. In thick frames: {}.",
                 "共 {} 格：不为零 {} 格，为零 {} 格，没有数字 {} 格。表内全部数字（含总计）之和 "
                 "{}。粗框 {} 格。",
                 cells, cells - zeros - blanks, zeros, blanks, sum.empty() ? std::string("0") : sum,
                 alone),
            "sums") +
        "\n";
    out_ +=
        element("p",
                fill("SHA-256 of the table: {}", "本表 SHA-256：{}", table_digest(report_, table)),
                "digest") +
        "\n";
  }

  void write_end() {
    out_ += "<div class=\"end\">\n" +
            element("p", say("<i></i> All agrees with the paper &emsp; <i></i> Corrected: ______ "
                             "cells, listed below",
                             "<i></i> 与原件全部一致 &emsp; <i></i> 改正 ______ 格，列在下面")) +
            "\n" + element("p", "", "lines") + "\n" +
            element("p", say("Read by ____________________ &emsp; Followed by ____________________ "
                             "&emsp; Date ______________",
                             "读原件 ____________________ &emsp; 看单子 ____________________ "
                             "&emsp; 日期 ______________")) +
            "\n</div>\n";
  }

  const Catalog& catalog_;
  const Report& report_;
  const Form& form_;
  bool zh_;
  std::vector<bool> guarded_;
  std::string out_;
};

}  // namespace

std::string_view proof_sheet_start() { return "<!DOCTYPE html>\n<!-- gongkai proof -->\n<html"; }

std::string proof_sheet(const Catalog& catalog, const Report& report,
                        const std::vector<Finding>& findings) {
  return ProofSheet(catalog, report, findings).make();
}

}  // namespace gongkai
