#include "cli/preview_reader.h"

namespace gongkai {

LiveSite::Reader preview_reader(const SiteArguments& arguments) {
  SessionOptions options;
  options.site = arguments.site;
  options.jobs = arguments.jobs;
  options.today = arguments.today;
  options.drafts = true;
  options.use = PortalUse::single_pages;
  options.failing = Failing::allow;
  return [options, opener = std::make_shared<SiteOpener>(options)](const Changes& changes) {
    const std::shared_ptr<const OpenedSite> site = opener->open(changes);
    ReadSite read{site->catalog, site->checks, site->portal, nullptr, nullptr};
    read.judge = [options, site](const Interrupt& interrupted) -> std::optional<Verdict> {
      std::optional<Session> session = judge(*site, options, interrupted);
      if (!session) return std::nullopt;
      return Verdict{session->portal, std::move(session->diagnostics)};
    };
    read.remark = [options, site] { return remarks_on(*site, options); };
    return read;
  };
}

}  // namespace gongkai
