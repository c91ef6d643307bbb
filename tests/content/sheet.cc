#include "sheet.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>
#include <stdexcept>

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

const std::vector<std::pair<std::string, std::string>> request_rows = {
    {"1", "new"},
    {"2", "carried_in"},
    {"3.1", "granted"},
    {"3.2", "partial"},
    {"3.3.1", "state_secret"},
    {"3.3.2", "prohibited_by_law"},
    {"3.3.3", "security_stability"},
    {"3.3.4", "third_party"},
    {"3.3.5", "internal_affairs"},
    {"3.3.6", "process_information"},
    {"3.3.7", "enforcement_files"},
    {"3.3.8", "administrative_inquiry"},
    {"3.4.1", "not_held"},
    {"3.4.2", "needs_creation"},
    {"3.4.3", "unclear"},
    {"3.5.1", "petition"},
    {"3.5.2", "repeated"},
    {"3.5.3", "publications"},
    {"3.5.4", "unjustified_volume"},
    {"3.5.5", "confirmation"},
    {"3.6", "other"},
    {"3.6.1", "uncorrected"},
    {"3.6.2", "unpaid"},
    {"3.6.3", "other_reasons"},
    {"3.7", "processed"},
    {"4", "carried_out"}};

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

std::string quoted(const std::string& text) { return "'" + text + "'"; }

std::string row_key(const SheetCell& cell) {
  if (cell.table == "requests") {
    const auto row = std::find_if(request_rows.begin(), request_rows.end(),
                                  [&](const auto& known) { return known.second == cell.row; });
    return printed_number(row->first);
  }
  static const std::map<std::string, std::string> labels = {
      {"review", "行政复议"}, {"direct", "未经复议直接起诉"}, {"after_review", "复议后起诉"}};
  const auto label = labels.find(cell.row);
  return label == labels.end() ? cell.row : label->second;
}

}  // namespace

const char* const narratives =
    "# 一、总体情况\n\n本年的情况如表格所列。\n\n# 五、存在的主要问题及改进情况\n\n"
    "目录更新不够及时，已经改进。\n\n# 六、其他需要报告的事项\n\n本年度没有收取信息处理费。\n";

std::string request_row(const std::string& key) {
  for (const auto& [number, id] : request_rows) {
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
  for (const auto& [number, id] : request_rows) {
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

Run build(const fs::path& gongkai, const fs::path& site) {
  const std::string line = quoted(gongkai.string()) +
                           " build --lang en --clock 2026-11-30 --site " + quoted(site.string()) +
                           " 2>&1 </dev/null";
  FILE* pipe = popen(line.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("the shell cannot be started");
  Run run;
  std::array<char, 4096> buffer;
  while (const std::size_t n = fread(buffer.data(), 1, buffer.size(), pipe)) {
    run.console.append(buffer.data(), n);
  }
  const int status = pclose(pipe);
  run.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return run;
}

std::vector<Printed> diagnostics(const std::string& console) {
  static const std::regex head("^(.+):(\\d+):(\\d+): (error|warning|hint): (.*) \\[(.+)\\]$");
  std::vector<Printed> found;
  std::istringstream lines(console);
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (std::regex_match(line, match, head)) {
      found.push_back({match[1], std::stoi(match[2]), std::stoi(match[3]), match[4], match[5],
                       match[6], ""});
    } else if (!found.empty()) {
      found.back().rest += line + "\n";
    }
  }
  return found;
}

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (fs::temp_directory_path() / "gongkai-content-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void write_file(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}
