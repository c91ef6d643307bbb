#include "diagnostics/code_help.h"

#include <array>

namespace gongkai {
namespace {

// An example stands in a list of its own, for a test writes it from what the sites show.
constexpr std::string_view example_of([[maybe_unused]] std::string_view code) {
#define GONGKAI_EXAMPLE(of, text) \
  if (code == of) return text;
#include "diagnostics/explanations/examples.def"
#undef GONGKAI_EXAMPLE
  return {};
}

#define GONGKAI_EXPLANATION(code, en, zh, mend_en, mend_zh) \
  CodeHelp{code, en, zh, mend_en, mend_zh, example_of(code)},

constexpr CodeHelp builtin[] = {
#include "diagnostics/explanations/builtin.def"
};
constexpr CodeHelp check[] = {
#include "diagnostics/explanations/check.def"
};
constexpr CodeHelp yaml[] = {
#include "diagnostics/explanations/yaml.def"
};
constexpr CodeHelp site[] = {
#include "diagnostics/explanations/site.def"
};
constexpr CodeHelp report[] = {
#include "diagnostics/explanations/report.def"
};
constexpr CodeHelp narrative[] = {
#include "diagnostics/explanations/narrative.def"
};
constexpr CodeHelp import[] = {
#include "diagnostics/explanations/import.def"
};
constexpr CodeHelp form[] = {
#include "diagnostics/explanations/form.def"
};
constexpr CodeHelp theme[] = {
#include "diagnostics/explanations/theme.def"
};
constexpr CodeHelp publish[] = {
#include "diagnostics/explanations/publish.def"
};
constexpr CodeHelp tables[] = {
#include "diagnostics/explanations/tables.def"
};

#undef GONGKAI_EXPLANATION

constexpr std::array chapters = {
    CodeChapter{"Checks of the program", "程序自带的检查", builtin},
    CodeChapter{"Rules and answers", "规则和说明", check},
    CodeChapter{"report.yaml", "report.yaml", report},
    CodeChapter{"Narratives", "文字", narrative},
    CodeChapter{"Originals and import", "原件和导入", import},
    CodeChapter{"Files and YAML", "文件和 YAML", yaml},
    CodeChapter{"site.yaml, agencies, folders, pages", "site.yaml、机构、文件夹、页面", site},
    CodeChapter{"Forms", "表样", form},
    CodeChapter{"Themes", "主题", theme},
    CodeChapter{"Addresses and publishing", "网址和公布", publish},
    CodeChapter{"Importing tables", "导入数据表", tables},
};

}  // namespace

std::span<const CodeChapter> code_chapters() { return chapters; }

const CodeHelp* code_help(std::string_view code) {
  for (const CodeChapter& chapter : chapters) {
    for (const CodeHelp& help : chapter.codes) {
      if (help.code == code) return &help;
    }
  }
  return nullptr;
}

}  // namespace gongkai
