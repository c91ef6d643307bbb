#include "texts/number_words.h"

#include <array>

namespace gongkai {
namespace {

using enum NumberWord;

constexpr std::array words = {
    KnownNumberWord{"了", filler},      KnownNumberWord{"的", filler},
    KnownNumberWord{"共", filler},      KnownNumberWord{"共计", filler},
    KnownNumberWord{"总计", filler},    KnownNumberWord{"为", filler},
    KnownNumberWord{"有", filler},      KnownNumberWord{"是", filler},
    KnownNumberWord{"达", filler},      KnownNumberWord{"达到", filler},
    KnownNumberWord{"数", filler},      KnownNumberWord{"数量", filler},
    KnownNumberWord{"总数", filler},    KnownNumberWord{"总量", filler},
    KnownNumberWord{"件数", filler},    KnownNumberWord{"金额", filler},
    KnownNumberWord{"收入", filler},    KnownNumberWord{"申请", filler},
    KnownNumberWord{"申请人", filler},  KnownNumberWord{"申请量", filler},
    KnownNumberWord{"案件", filler},    KnownNumberWord{"案", filler},
    KnownNumberWord{"决定", filler},    KnownNumberWord{"处理决定", filler},
    KnownNumberWord{"提出", filler},    KnownNumberWord{"提出的", filler},
    KnownNumberWord{"全部", filler},    KnownNumberWord{"均", filler},
    KnownNumberWord{"仅", filler},      KnownNumberWord{"只有", filler},
    KnownNumberWord{"也", filler},      KnownNumberWord{"而", filler},
    KnownNumberWord{"由", filler},      KnownNumberWord{"从", filler},
    KnownNumberWord{"类", filler},      KnownNumberWord{"类申请", filler},
    KnownNumberWord{"被", filler},      KnownNumberWord{"因", filler},
    KnownNumberWord{"新", filler},      KnownNumberWord{"比", filler},
    KnownNumberWord{"较", filler},      KnownNumberWord{"率", filler},
    KnownNumberWord{"was", filler},     KnownNumberWord{"were", filler},
    KnownNumberWord{"is", filler},      KnownNumberWord{"are", filler},
    KnownNumberWord{"in", filler},      KnownNumberWord{"to", filler},
    KnownNumberWord{"of", filler},      KnownNumberWord{"the", filler},
    KnownNumberWord{"from", filler},    KnownNumberWord{"by", filler},
    KnownNumberWord{"requests", filler}, KnownNumberWord{"a total of", filler},

    KnownNumberWord{"其中", left},      KnownNumberWord{"属于", left},
    KnownNumberWord{"全市", left},      KnownNumberWord{"全县", left},
    KnownNumberWord{"全区", left},      KnownNumberWord{"全省", left},
    KnownNumberWord{"全年", left},      KnownNumberWord{"本年", left},
    KnownNumberWord{"本年度", left},    KnownNumberWord{"年内", left},
    KnownNumberWord{"当年", left},      KnownNumberWord{"今年", left},
    KnownNumberWord{"年底", left},      KnownNumberWord{"年末", left},
    KnownNumberWord{"目前", left},      KnownNumberWord{"作出", verb},
    KnownNumberWord{"做出", verb},      KnownNumberWord{"办理", verb},
    KnownNumberWord{"实施", verb},      KnownNumberWord{"制定", verb},
    KnownNumberWord{"制发", verb},      KnownNumberWord{"印发", verb},
    KnownNumberWord{"出台", verb},      KnownNumberWord{"宣布", verb},
    KnownNumberWord{"收取", verb},      KnownNumberWord{"取得", verb},
    KnownNumberWord{"发生", verb},      KnownNumberWord{"引起", left},
    KnownNumberWord{"引起的", left},    KnownNumberWord{"引发的", left},
    KnownNumberWord{"被申请", verb},    KnownNumberWord{"被提起", verb},
    KnownNumberWord{"提起", verb},      KnownNumberWord{"收到", verb},
    KnownNumberWord{"受理", verb},      KnownNumberWord{"另有", left},
    KnownNumberWord{"还有", left},      KnownNumberWord{"以及", left},
    KnownNumberWord{"加上", left},      KnownNumberWord{"连同", left},
    KnownNumberWord{"理由是", left},    KnownNumberWord{"结果", left},
    KnownNumberWord{"法院", left},      KnownNumberWord{"答复", left},
    KnownNumberWord{"累计", left},      KnownNumberWord{"已", left},
    KnownNumberWord{"我市", left},      KnownNumberWord{"我县", left},
    KnownNumberWord{"我区", left},      KnownNumberWord{"我局", left},
    KnownNumberWord{"年", left},        KnownNumberWord{"局", left},
    KnownNumberWord{"政府", left},      KnownNumberWord{"街道", left},
    KnownNumberWord{"机关", left},      KnownNumberWord{"办公厅", left},
    KnownNumberWord{"办公室", left},

    KnownNumberWord{"和", joint},       KnownNumberWord{"与", joint},
    KnownNumberWord{"及", joint},       KnownNumberWord{"、", joint},
    KnownNumberWord{"and", joint},

    KnownNumberWord{"合计", together},  KnownNumberWord{"两项合计", together},
    KnownNumberWord{"两者", together},  KnownNumberWord{"二者", together},
    KnownNumberWord{"两项", together},  KnownNumberWord{"三类合计", together},

    KnownNumberWord{"占", share},       KnownNumberWord{"占比", share},
    KnownNumberWord{"占比为", share},   KnownNumberWord{"约占", rough},

    KnownNumberWord{"增长", up},        KnownNumberWord{"增加", up},
    KnownNumberWord{"上升", up},        KnownNumberWord{"提高", up},
    KnownNumberWord{"上涨", up},        KnownNumberWord{"下降", down},
    KnownNumberWord{"减少", down},      KnownNumberWord{"降低", down},
    KnownNumberWord{"下滑", down},      KnownNumberWord{"回落", down},
    KnownNumberWord{"up", up},          KnownNumberWord{"down", down},
    KnownNumberWord{"rose", up},        KnownNumberWord{"fell", down},
    KnownNumberWord{"increased", up},   KnownNumberWord{"decreased", down},

    KnownNumberWord{"上年", last_year}, KnownNumberWord{"上年度", last_year},
    KnownNumberWord{"去年", last_year}, KnownNumberWord{"上一年", last_year},
    KnownNumberWord{"同比", last_year}, KnownNumberWord{"上一年度", last_year},
    KnownNumberWord{"去年同期", last_year}, KnownNumberWord{"上年同期", last_year},

    KnownNumberWord{"降至", onward},    KnownNumberWord{"降到", onward},
    KnownNumberWord{"下降到", onward},  KnownNumberWord{"下降至", onward},
    KnownNumberWord{"减少到", onward},  KnownNumberWord{"减少至", onward},
    KnownNumberWord{"增至", onward},    KnownNumberWord{"增加到", onward},
    KnownNumberWord{"增加至", onward},  KnownNumberWord{"增长到", onward},
    KnownNumberWord{"上升到", onward},  KnownNumberWord{"变为", onward},

    KnownNumberWord{"约", rough},       KnownNumberWord{"近", rough},
    KnownNumberWord{"超过", rough},     KnownNumberWord{"逾", rough},
    KnownNumberWord{"不足", rough},     KnownNumberWord{"将近", rough},
    KnownNumberWord{"接近", rough},     KnownNumberWord{"不少于", rough},
    KnownNumberWord{"about", rough},    KnownNumberWord{"over", rough},
    KnownNumberWord{"nearly", rough},   KnownNumberWord{"more than", rough},
};

constexpr std::array<std::string_view, 8> before = {
    "同比", "上年", "上一年", "去年", "last year", "previous year", "year before", "year earlier"};

}  // namespace

std::span<const KnownNumberWord> number_words() { return words; }
std::span<const std::string_view> year_before_words() { return before; }

}  // namespace gongkai
