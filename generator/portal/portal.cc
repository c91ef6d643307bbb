#include "portal/portal.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <optional>
#include <system_error>

#include "model/lazy.h"
#include "pages/data_files.h"
#include "pages/feed.h"
#include "pages/pages.h"
#include "pages/side_by_side_files.h"
#include "pages/sitemap.h"
#include "search/search_files.h"

namespace gongkai {

namespace {

std::vector<std::string> addresses_of(const std::map<std::string, std::string>& files) {
  std::vector<std::string> addresses;
  for (const auto& [address, bytes] : files) addresses.push_back(address);
  return addresses;
}

void copy_file(const std::filesystem::path& path, Sink& sink) {
  std::ifstream file(path, std::ios::binary);
  std::array<char, 64 * 1024> buffer;
  while (file) {
    file.read(buffer.data(), buffer.size());
    sink.write({buffer.data(), static_cast<std::size_t>(file.gcount())});
  }
  if (!file.eof()) {
    throw std::system_error(errno, std::generic_category(), path.string());
  }
}

}  // namespace

struct Portal::Impl {
  Impl(std::filesystem::path site_folder, std::shared_ptr<const Catalog> the_catalog,
       std::shared_ptr<const CheckResult> the_checks, std::shared_ptr<const Theme> the_theme,
       Selection selection, int jobs, PortalUse the_use)
      : use(the_use),
        site(std::move(site_folder)),
        catalog(std::move(the_catalog)),
        checks(std::move(the_checks)),
        theme(std::move(the_theme)),
        library(*catalog, std::move(selection)),
        routes(library, addresses_of(theme->files()), said_by_check_pages),
        context{library, routes, theme->words(), *checks} {
    if (catalog->settings.publish_search) {
      search.emplace(library, jobs, [this](const Report& report) { return report_page(report); });
    }
  }

  std::vector<std::string> all_addresses() const {
    std::vector<std::string> all = routes.addresses();
    const std::size_t count = all.size();
    if (!search) return all;
    for (std::string& address : search->addresses()) all.push_back(std::move(address));
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(count);
    std::sort(middle, all.end());
    std::inplace_merge(all.begin(), middle, all.end());
    return all;
  }

  std::string page(const Route& route) const {
    std::string html;
    theme->render(page_kind(route.kind), make_page(context, route), html);
    return html;
  }

  std::string report_page(const Report& report) const {
    return page(*routes.find(report_address(report)));
  }

  PortalUse use;
  Diagnostics said_by_check_pages;
  std::filesystem::path site;
  std::shared_ptr<const Catalog> catalog;
  std::shared_ptr<const CheckResult> checks;
  std::shared_ptr<const Theme> theme;
  Library library;
  std::optional<SearchFiles> search;
  Routes routes;
  PageContext context;
  Lazy<std::vector<std::string>> addresses;
};

Portal::Portal(std::filesystem::path site, std::shared_ptr<const Catalog> catalog,
               std::shared_ptr<const CheckResult> checks, std::shared_ptr<const Theme> theme,
               Selection selection, int jobs, PortalUse use)
    : impl_(std::make_unique<Impl>(std::move(site), std::move(catalog), std::move(checks),
                                   std::move(theme), std::move(selection), jobs, use)) {}

Portal::~Portal() = default;

const std::vector<std::string>& Portal::addresses() const {
  return impl_->addresses.get([&] { return impl_->all_addresses(); });
}

bool Portal::has(std::string_view address) const {
  return impl_->routes.find(address) != nullptr ||
         (impl_->search && impl_->search->has(address));
}

const Library& Portal::library() const { return impl_->library; }

const Report* Portal::report_at(std::string_view address) const {
  const Route* route = impl_->routes.find(address);
  return route != nullptr && route->kind == RouteKind::report ? route->report : nullptr;
}

bool Portal::is_data(std::string_view address) const {
  const Route* route = impl_->routes.find(address);
  return route != nullptr && route->kind == RouteKind::data_file;
}

void Portal::render(std::string_view address, Sink& sink) const {
  const Route* route = impl_->routes.find(address);
  if (route == nullptr) {
    sink.write(impl_->search->file(address));
    return;
  }
  switch (route->kind) {
    case RouteKind::theme_file:
      sink.write(impl_->theme->files().at(route->address));
      break;
    case RouteKind::report_file:
      copy_file(impl_->site / route->file, sink);
      break;
    case RouteKind::data_file:
      sink.write(make_data_file(impl_->context, *route));
      break;
    case RouteKind::robots:
      sink.write("User-agent: *\nAllow: /\nSitemap: " + impl_->catalog->settings.base_url +
                 std::string(sitemap_address) + "\n");
      break;
    case RouteKind::feed:
      sink.write(make_feed(impl_->context));
      break;
    case RouteKind::sitemap:
      sink.write(make_sitemap(impl_->context, *route));
      break;
    case RouteKind::side_by_side_file:
      sink.write(make_side_by_side_file(impl_->context, *route));
      break;
    default: {
      const std::string html = impl_->page(*route);
      const bool whole = impl_->use == PortalUse::whole_site;
      if (whole && impl_->search && route->kind == RouteKind::report) {
        impl_->search->keep(*route->report, html);
      }
      sink.write(html);
    }
  }
}

}  // namespace gongkai
