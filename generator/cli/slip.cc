#include "cli/slip.h"

#include <fmt/format.h>

#include <cerrno>
#include <fstream>
#include <system_error>

#include "check/slip.h"
#include "cli/report_argument.h"

namespace gongkai {
namespace {

void write_file(const std::string& file, const std::string& text) {
  errno = 0;
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  if (!out) {
    throw std::system_error(errno == 0 ? EIO : errno, std::generic_category(), file);
  }
}

}  // namespace

int write_slip(const Session& session, const std::string& report, const std::string& out,
               const Console& console) {
  const auto found =
      read_report_argument(*session.catalog, report, ArgumentShape::agency_year, console);
  if (!found) return exit_wrong_use;
  if (!found->report) return complain_of_no_report(*found, console);
  const std::string slip = make_slip(session.diagnostics, *session.catalog, *found->report);
  if (slip.empty()) {
    console.complain(console.words("nothing needs to be mended", "没有需要退改的问题"));
    return exit_done;
  }
  if (out.empty()) {
    fmt::print("{}", slip);
  } else {
    write_file(out, slip);
  }
  return session.checks->fails(*found->report) ? exit_content_has_errors : exit_done;
}

}  // namespace gongkai
