#include "sheet.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

struct RequestRow {
  std::string number, id, label;
};

const std::vector<RequestRow> request_rows = {
    {"1", "new", "一、本年新收政府信息公开申请数量"},
    {"2", "carried_in", "二、上年结转政府信息公开申请数量"},
    {"3.1", "granted", "（一）予以公开"},
    {"3.2", "partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"},
    {"3.3.1", "state_secret", "1.属于国家秘密"},
    {"3.3.2", "prohibited_by_law", "2.其他法律行政法规禁止公开"},
    {"3.3.3", "security_stability", "3.危及“三安全一稳定”"},
    {"3.3.4", "third_party", "4.保护第三方合法权益"},
    {"3.3.5", "internal_affairs", "5.属于三类内部事务信息"},
    {"3.3.6", "process_information", "6.属于四类过程性信息"},
    {"3.3.7", "enforcement_files", "7.属于行政执法案卷"},
    {"3.3.8", "administrative_inquiry", "8.属于行政查询事项"},
    {"3.4.1", "not_held", "1.本机关不掌握相关政府信息"},
    {"3.4.2", "needs_creation", "2.没有现成信息需要另行制作"},
    {"3.4.3", "unclear", "3.补正后申请内容仍不明确"},
    {"3.5.1", "petition", "1.信访举报投诉类申请"},
    {"3.5.2", "repeated", "2.重复申请"},
    {"3.5.3", "publications", "3.要求提供公开出版物"},
    {"3.5.4", "unjustified_volume", "4.无正当理由大量反复申请"},
    {"3.5.5", "confirmation", "5.要求行政机关确认或重新出具已获取信息"},
    {"3.6", "other", "（六）其他处理"},
    {"3.6.1", "uncorrected", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"},
    {"3.6.2", "unpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"},
    {"3.6.3", "other_reasons", "3.其他"},
    {"3.7", "processed", "（七）总计"},
    {"4", "carried_out", "四、结转下年度继续办理"}};

/// `3.3.5` as the form prints it: 三（三）5.
std::string printed_number(const std::string& number) {
  static const std::array<std::string, 8> numerals = {"", "一", "二", "三", "四", "五", "六", "七"};
  std::string out = numerals[static_cast<std::size_t>(number[0] - '0')];
  if (number.size() > 2) {
    out += "（" + numerals[static_cast<std::size_t>(number[2] - '0')] + "）";
  }
  if (number.size() > 4) out += number[4];
  return out;
}

std::string column_id(const std::string& name) {
  return name == "amount_wan_yuan" || name == "amount_yuan" ? "amount" : name;
}

std::optional<std::string> value_of(const Json& value) {
  if (value.is_null()) return std::nullopt;
  return value.is_string() ? value.get<std::string>() : value.dump();
}

int characters(const std::string& text) {
  return static_cast<int>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

const RequestRow& request(const std::string& id) {
  return *std::find_if(request_rows.begin(), request_rows.end(),
                       [&](const RequestRow& row) { return row.id == id; });
}

using Labels = std::map<std::string, std::string>;

const Labels dispute_groups = {
    {"review", "行政复议"}, {"direct", "未经复议直接起诉"}, {"after_review", "复议后起诉"}};

const Labels proactive_rows = {
    {"regulations", "规章"},    {"normative_documents", "行政规范性文件"},
    {"licensing", "行政许可"},  {"other_services", "其他对外管理服务事项"},
    {"punishment", "行政处罚"}, {"coercion", "行政强制"},
    {"fees", "行政事业性收费"}, {"procurement", "政府集中采购"}};

const Labels proactive_columns = {{"issued", "本年制发件数"},
                                  {"repealed", "本年废止件数"},
                                  {"in_force", "现行有效件数"},
                                  {"made_new", "本年新制作数量"},
                                  {"published_new", "本年新公开数量"},
                                  {"published_total", "对外公开总数量"},
                                  {"items_last_year", "上一年项目数量"},
                                  {"change", "本年增/减"},
                                  {"projects", "采购项目数量"}};

const Labels request_columns = {{"natural", "自然人"},     {"commercial", "商业企业"},
                                {"research", "科研机构"},  {"social", "社会公益组织"},
                                {"legal", "法律服务机构"}, {"other", "其他"},
                                {"total", "总计"}};

const Labels dispute_columns = {{"upheld", "结果维持"},
                                {"corrected", "结果纠正"},
                                {"other", "其他结果"},
                                {"pending", "尚未审结"},
                                {"total", "总计"}};

std::string row_key(const SheetCell& cell) {
  if (cell.table == "requests") {
    return printed_number(request(cell.row).number);
  }
  const auto label = dispute_groups.find(cell.row);
  return label == dispute_groups.end() ? cell.row : label->second;
}

}  // namespace

const char* const narratives =
    "# 一、总体情况\n\n本年的情况如表格所列。\n\n# 五、存在的主要问题及改进情况\n\n"
    "目录更新不够及时，已经改进。\n\n# 六、其他需要报告的事项\n\n本年度没有收取信息处理费。\n";

std::string row_label(const std::string& form, const SheetCell& cell) {
  if (cell.table == "requests") return request(cell.row).label;
  if (cell.table == "disputes") return dispute_groups.at(cell.row);
  if (form == "cn-2019" && cell.row == "normative_documents") return "规范性文件";
  return proactive_rows.at(cell.row);
}

std::string column_label(const std::string& form, const SheetCell& cell) {
  if (cell.table == "requests") return request_columns.at(cell.column);
  if (cell.table == "disputes") return dispute_columns.at(cell.column);
  const bool trial = form == "cn-2019";
  if (cell.column == "decisions") return trial ? "处理决定数量" : "本年处理决定数量";
  if (cell.column == "amount") return trial ? "采购总金额" : "本年收费金额（单位：万元）";
  return proactive_columns.at(cell.column);
}

std::string request_row(const std::string& key) {
  for (const auto& [number, id, label] : request_rows) {
    if (number == key) return id;
  }
  throw std::invalid_argument("no row " + key);
}

Sheet read_sheet(const fs::path& file) {
  std::ifstream in(file);
  const Json json = Json::parse(in);
  Sheet sheet;
  const std::string name = file.stem().string();
  sheet.agency = name.substr(0, name.rfind('-'));
  sheet.year = json.at("year").get<int>();
  sheet.form = json.at("format").get<std::string>();
  for (const auto& [row, columns] : json.at("A").items()) {
    for (const auto& [column, value] : columns.items()) {
      if (column == "amount_raw") continue;
      sheet.cells.push_back({"proactive", row, column_id(column), value_of(value)});
    }
  }
  for (const auto& [number, id, label] : request_rows) {
    if (!json.at("B").contains(number)) continue;
    for (const auto& [column, value] : json["B"][number].items()) {
      sheet.cells.push_back({"requests", id, column, value_of(value)});
    }
  }
  for (const auto& [row, columns] : json.at("C").items()) {
    for (const auto& [column, value] : columns.items()) {
      sheet.cells.push_back({"disputes", row, column, value_of(value)});
    }
  }
  return sheet;
}

std::vector<Sheet> read_sheets(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Sheet> sheets;
  for (const auto& file : files) sheets.push_back(read_sheet(file));
  return sheets;
}

Written write_report(const Sheet& sheet, const std::string& more) {
  Written written;
  written.text = "form: " + sheet.form + "\n" + more + "tables:\n";
  int line = static_cast<int>(std::count(written.text.begin(), written.text.end(), '\n'));
  std::string table, row, current;
  const auto finish = [&] {
    if (!current.empty()) written.text += current + "]\n";
    current.clear();
  };
  for (const SheetCell& cell : sheet.cells) {
    if (cell.table != table || cell.row != row) {
      finish();
      if (cell.table != table) {
        written.text += "  " + cell.table + ":\n";
        ++line;
      }
      table = cell.table;
      row = cell.row;
      current = "    " + row_key(cell) + ": [";
      ++line;
    } else {
      current += ", ";
    }
    written.places.emplace_back(line, characters(current) + 1);
    current += cell.value.value_or("~");
  }
  finish();
  return written;
}
