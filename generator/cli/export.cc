#include <fmt/format.h>

#include "cli/commands.h"
#include "portal/string_sink.h"
#include "cli/summary.h"
#include "model/parallel.h"
#include "publish/files.h"

namespace gongkai {
namespace {

bool has_format(std::string_view address, const std::string& format) {
  if (format == "all") return true;
  if (format == "json") return address.ends_with("json") || address.ends_with(".jsonl") ||
                               address.ends_with(".jsonld");
  return address.ends_with("." + format);
}

class ExportCommand : public Command {
 public:
  const char* name() const override { return "export"; }
  const char* summary(Language language) const override {
    return language == Language::zh ? "只写出数据文件，不生成网页"
                                    : "write the data files of the site without its pages";
  }
  void declare(Options& options) override {
    options.text("out", out_, "DIR", "where to; a new or empty folder (data-export)",
                 "写到哪个文件夹，须为新建或空文件夹（默认 data-export）");
    options.choice("format", format_, {"csv", "json", "xlsx", "all"}, "only files of this format",
                   "只写出这种格式");
  }
  int run(const SiteArguments& arguments, const Console& console) override {
    const std::filesystem::path out = out_;
    if (std::filesystem::exists(out) && !std::filesystem::is_empty(out)) {
      console.complain(fmt::format(
          fmt::runtime(console.words("{}: is not empty; choose a new folder with --out",
                                     "{}：不是空文件夹，请用 --out 另选一个")),
          out_));
      return exit_wrong_use;
    }
    SessionOptions options;
    options.site = arguments.site;
    options.jobs = arguments.jobs;
    options.today = arguments.today;
    const Session session = open_site(options);
    console.print(session.diagnostics, arguments.site);
    if (session.portal == nullptr) {
      console.say(gongkai::summary(session, console));
      return exit_content_has_errors;
    }
    if (!session.catalog->settings.publish_data) {
      console.complain(console.words("there is no data to export: site.yaml says public: {data: false}",
                                     "没有可导出的数据：site.yaml 写明 public: {data: false}"));
      return exit_wrong_use;
    }
    std::vector<std::string> addresses;
    for (const std::string& address : session.portal->addresses()) {
      if (session.portal->is_data(address) && has_format(address, format_)) {
        addresses.push_back(address);
      }
    }
    parallel_for(addresses.size(), arguments.jobs, [&](std::size_t i) {
      std::string bytes;
      StringSink sink(bytes);
      session.portal->render(addresses[i], sink);
      const std::filesystem::path file = out / addresses[i];
      std::filesystem::create_directories(file.parent_path());
      files::write(file, bytes);
    });
    console.say(fmt::format(
        fmt::runtime(console.words("{}: {} files written", "{}：写入 {} 个文件")), out_,
        addresses.size()));
    return exit_done;
  }

 private:
  std::string out_ = "data-export";
  std::string format_ = "all";
};

}  // namespace

std::unique_ptr<Command> export_command() { return std::make_unique<ExportCommand>(); }

}  // namespace gongkai
