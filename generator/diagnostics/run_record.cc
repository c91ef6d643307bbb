#include "diagnostics/run_record.h"

namespace gongkai {

std::string_view severity_id(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::hint: return "hint";
  }
  return {};
}

}  // namespace gongkai
