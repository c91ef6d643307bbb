// Writes a site of any size, always the same bytes for the same arguments.
//
//     make_content <folder> <number of reports>
//
// Places are invented. Six years, 2019 to 2024, in both forms; groups of forty agencies: a county
// whose report covers all, its office, and 38 towns and departments. All sums are kept, along the
// years too, and every text differs from the others: sentences are drawn with figures in them, some
// by placeholder, some written by hand.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

constexpr int first_year = 2019, last_year = 2024, years = last_year - first_year + 1;
constexpr int group = 40;
constexpr int applicants = 6;
constexpr int results = 21;  ///< rows of 三 that hold figures, but for the total

/// A small generator of the program's own, so that every library gives the same numbers.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15u + 1) {}
  /// From 0 to below `bound`.
  int below(int bound) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return static_cast<int>((state_ >> 11) % static_cast<std::uint64_t>(bound));
  }

 private:
  std::uint64_t state_;
};

/// The figures of one report; a county's are the sums of its group's.
struct Sheet {
  using Column = std::array<int, applicants>;
  Column carried_in{}, new_ones{}, carried_out{};
  std::array<Column, results> rows{};
  std::array<int, 3> disputes{};
  int documents_issued = 0, documents_repealed = 0, documents_in_force = 0;
  int licences = 0, fee_units = 0;  ///< the fee in 0.01 万元

  void add(const Sheet& other) {
    for (int c = 0; c < applicants; ++c) {
      carried_in[c] += other.carried_in[c];
      new_ones[c] += other.new_ones[c];
      carried_out[c] += other.carried_out[c];
      for (int r = 0; r < results; ++r) rows[r][c] += other.rows[r][c];
    }
    for (std::size_t i = 0; i < disputes.size(); ++i) disputes[i] += other.disputes[i];
    documents_issued += other.documents_issued;
    documents_repealed += other.documents_repealed;
    documents_in_force += other.documents_in_force;
    licences += other.licences;
    fee_units += other.fee_units;
  }
};

Sheet draw(Random& random, const Sheet* before) {
  Sheet sheet;
  if (before) sheet.carried_in = before->carried_out;
  for (int c = 0; c < applicants; ++c) {
    int processed = 0;
    for (int r = 0; r < results; ++r) {
      const int n = c == 0 ? random.below(30) : random.below(3) / 2;
      sheet.rows[r][c] = n;
      processed += n;
    }
    sheet.carried_out[c] = random.below(c == 0 ? 6 : 2);
    // What was processed and is not from last year came new.
    const int needed = processed + sheet.carried_out[c] - sheet.carried_in[c];
    sheet.new_ones[c] = std::max(needed, 0);
    sheet.rows[0][c] += std::max(-needed, 0);
  }
  for (int& n : sheet.disputes) n = random.below(4);
  sheet.documents_issued = random.below(9);
  sheet.documents_repealed = random.below(4);
  sheet.documents_in_force =
      std::max(0, (before ? before->documents_in_force : 20) + sheet.documents_issued -
                      sheet.documents_repealed);
  if (sheet.documents_in_force == 0) sheet.documents_issued = sheet.documents_repealed = 0;
  sheet.licences = random.below(5000);
  sheet.fee_units = random.below(100000);
  return sheet;
}

int sum(const Sheet::Column& column) {
  int total = 0;
  for (const int n : column) total += n;
  return total;
}

void print_row(std::string& out, const std::string& key, const Sheet::Column& row) {
  out += "    " + key + ": [";
  for (const int n : row) out += std::to_string(n) + ", ";
  out += std::to_string(sum(row)) + "]\n";
}

std::string fee(int units) {
  const std::string cents = std::to_string(units % 100);
  return std::to_string(units / 100) + "." + (cents.size() == 1 ? "0" : "") + cents;
}

std::string report_yaml(const Sheet& sheet, int year, bool whole_area, bool has_parts) {
  static const std::array<const char*, results> numbers = {
      "三（一）",   "三（二）",   "三（三）1", "三（三）2", "三（三）3", "三（三）4", "三（三）5",
      "三（三）6", "三（三）7", "三（三）8", "三（四）1", "三（四）2", "三（四）3", "三（五）1",
      "三（五）2", "三（五）3", "三（五）4", "三（五）5", "三（六）1", "三（六）2", "三（六）3"};
  const bool trial = year < 2021;
  std::string out = trial ? "form: cn-2019\n" : "form: cn-2021\n";
  out += "published: " + std::to_string(year + 1) + "-01-20 09:30\n";
  if (has_parts) out += whole_area ? "scope: all\n" : "scope: own\n";
  out += "tables:\n  二:\n";
  const std::string documents = std::to_string(sheet.documents_issued) + ", ";
  if (trial) {
    out += "    规章: [0, 0, 0]\n    规范性文件: [" + documents + documents +
           std::to_string(sheet.documents_in_force) + "]\n    行政许可: [3, 0, " +
           std::to_string(sheet.licences) +
           "]\n    其他对外管理服务事项: [0, 0, 0]\n    行政处罚: [0, 0, 0]\n"
           "    行政强制: [0, 0, 0]\n    行政事业性收费: [0, 0]\n    政府集中采购: [0, 0]\n";
  } else {
    out += "    规章: [0, 0, 0]\n    行政规范性文件: [" + documents +
           std::to_string(sheet.documents_repealed) + ", " +
           std::to_string(sheet.documents_in_force) + "]\n    行政许可: [" +
           std::to_string(sheet.licences) +
           "]\n    行政处罚: [0]\n    行政强制: [0]\n    行政事业性收费: [" + fee(sheet.fee_units) +
           "]\n";
  }
  out += "  三:\n";
  print_row(out, "一", sheet.new_ones);
  print_row(out, "二", sheet.carried_in);
  Sheet::Column processed{}, other{};
  for (int r = 0; r < results; ++r) {
    for (int c = 0; c < applicants; ++c) {
      processed[c] += sheet.rows[r][c];
      if (r >= results - 3) other[c] += sheet.rows[r][c];
    }
    if (!trial || r < results - 3) print_row(out, numbers[r], sheet.rows[r]);
  }
  if (trial) print_row(out, "三（六）", other);
  print_row(out, "三（七）", processed);
  print_row(out, "四", sheet.carried_out);
  out += "  四:\n";
  static const std::array<const char*, 3> groups = {"行政复议", "未经复议直接起诉", "复议后起诉"};
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::string n = std::to_string(sheet.disputes[i]);
    out += std::string("    ") + groups[i] + ": [" + n + ", 0, 0, 0, " + n + "]\n";
  }
  return out;
}

std::string pick(Random& random, const std::vector<std::string>& list) {
  return list[static_cast<std::size_t>(random.below(static_cast<int>(list.size())))];
}

/// A sentence about the office's work: who, how, what, and mostly a number.
std::string sentence(Random& random) {
  static const std::vector<std::string> when = {"全年", "本年度", "上半年", "下半年", "一年来", "年内"};
  static const std::vector<std::string> how = {
      "围绕群众关切", "按照条例要求", "结合本地实际", "会同相关部门", "依托政务服务大厅",
      "对照评估反馈", "坚持问题导向", "突出重点领域", "压实工作责任", "完善内部流程"};
  static const std::vector<std::string> what = {
      "更新公开目录", "组织业务培训", "开展政策解读", "回应群众留言", "清理历史文件", "召开专题会议",
      "公开财政信息", "发布办事指南", "开放政府场所", "整理会议纪要", "核对网站栏目", "答复电话咨询",
      "公示征地补偿", "发布监测数据", "登记公开申请", "归档答复文书"};
  static const std::vector<std::string> units = {"次", "条", "件", "篇", "场", "期"};
  static const std::vector<std::string> after = {
      "流程更加清楚", "答复更加及时", "内容更加准确", "查询更加方便", "责任落实到岗", "台账逐项销号",
      "群众反映良好", "质量有所提高"};
  return pick(random, when) + pick(random, how) + "，" + pick(random, what) +
         std::to_string(1 + random.below(400)) + pick(random, units) + "，" + pick(random, what) +
         std::to_string(1 + random.below(90)) + pick(random, units) + "，" + pick(random, after) +
         "。";
}

std::string narrative(Random& random, const Sheet& sheet) {
  std::string out = "# 一、总体情况\n\n本年新收政府信息公开申请{{requests.new.total}}件，上年结转" +
                    std::to_string(sum(sheet.carried_in)) +
                    "件，予以公开{{requests.granted.total}}件，结转下年度继续办理" +
                    std::to_string(sum(sheet.carried_out)) + "件。\n\n";
  for (int paragraph = 0; paragraph < 10; ++paragraph) {
    const int sentences = 3 + random.below(3);
    for (int i = 0; i < sentences; ++i) out += sentence(random);
    out += "\n\n";
  }
  out += "# 五、存在的主要问题及改进情况\n\n";
  for (int item = 1; item <= 3; ++item) {
    out += std::to_string(item) + ". " + sentence(random) + sentence(random) + "\n";
  }
  return out + "\n# 六、其他需要报告的事项\n\n本年度收取信息处理费0元。\n";
}

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

std::string place(int number) {
  static const std::array<const char*, 20> first = {"云", "青", "临", "望", "松", "海", "明",
                                                    "石", "南", "安", "长", "北", "东", "西",
                                                    "龙", "永", "新", "桃", "清", "平"};
  static const std::array<const char*, 20> second = {"川", "河", "泽", "江", "原", "宁", "州",
                                                     "门", "屏", "陵", "亭", "岭", "湖", "关",
                                                     "泉", "源", "丰", "水", "桥", "塘"};
  std::string name = first[static_cast<std::size_t>(number % 20)];
  for (number /= 20; ; number /= 20) {
    name += second[static_cast<std::size_t>(number % 20)];
    if (number < 20) return name;
  }
}

struct Member {
  std::string id, name, kind;
  bool covers_all = false;
};

Member member(int county, int index) {
  const std::string id = "c" + std::to_string(county);
  const std::string name = place(county) + "县";
  if (index == 0) return {id, name + "人民政府", "government", true};
  const std::string number = std::to_string(index);
  if (index == 1) return {id + "-office", name + "人民政府办公室", "office"};
  const std::string own = name + place(county * group + index);
  if (index % 3 == 0) return {id + "-d" + number, own + "事务局", "department"};
  return {id + "-t" + number, own + "镇人民政府", "town"};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "make_content <folder> <number of reports>\n";
    return 2;
  }
  const fs::path site = argv[1];
  const int agencies = std::max(1, std::atoi(argv[2]) / years);
  write(site / "site.yaml",
        "title: 样例省政府信息公开年报\nkinds:\n"
        "  - {id: government, label: 人民政府, level: county, body: government, due: 03-31}\n"
        "  - {id: office, label: 政府办公室, level: county, body: office, due: 01-31}\n"
        "  - {id: department, label: 政府部门, level: county, body: department, due: 01-31}\n"
        "  - {id: town, label: 乡镇（街道）, level: town, body: government, due: 01-31}\n");
  for (int county = 0; county * group < agencies; ++county) {
    const int members = std::min(group, agencies - county * group);
    std::map<int, Sheet> whole;  // by year
    // The county last: its figures are the sums of all others.
    for (int index = members - 1; index >= 0; --index) {
      const Member m = member(county, index);
      const bool alone = index == 0 && members == 1;
      const fs::path folder = site / "content/agencies" / m.id;
      write(folder / "agency.yaml", "name: " + m.name + "\nkind: " + m.kind + "\nreports: {from: " +
                                        std::to_string(first_year) + "}\n" +
                                        (index == 0 ? "" : "parent: c" + std::to_string(county) +
                                                               "\n"));
      Random random(static_cast<std::uint64_t>(county) * group + static_cast<std::uint64_t>(index));
      Sheet before;
      for (int year = first_year; year <= last_year; ++year) {
        const Sheet sheet = index == 0 && !alone
                                ? whole[year]
                                : draw(random, year == first_year ? nullptr : &before);
        if (index != 0) whole[year].add(sheet);
        const fs::path report = folder / std::to_string(year);
        write(report / "report.yaml", report_yaml(sheet, year, m.covers_all, index == 0 && !alone));
        write(report / "report.md", narrative(random, sheet));
        before = sheet;
      }
    }
  }
}
