#include "pages/narratives.h"

#include <algorithm>
#include <vector>

#include "pages/link.h"

namespace gongkai {

namespace {

/// The address of the portal that an author's `/…` means.
std::optional<std::string> portal_address(const Routes& routes, std::string_view asked) {
  const auto is_there = [&](std::string_view address) {
    const Route* route = routes.find(address);
    // What a theme brings with it is no place to send readers to.
    return route != nullptr && route->kind != RouteKind::theme_file;
  };
  std::string address(asked);
  if (address.empty() || address.ends_with('/')) address += home_address;
  if (is_there(address)) return address;
  address += "/index.html";
  if (is_there(address)) return address;
  return std::nullopt;
}

bool has_file(const Report& report, std::string_view file) {
  auto is_it = [&](const Attachment& attachment) { return attachment.file == file; };
  return std::any_of(report.attachments.begin(), report.attachments.end(), is_it) ||
         std::find(report.linked_files.begin(), report.linked_files.end(), file) != report.linked_files.end();
}

/// `report` is null for texts that belong to none; `asked`, where given, is filled.
LinkResolver make_resolver(const Routes& routes, std::string from, const Report* report,
                           AskedAddresses* asked) {
  return [&routes, from = std::move(from), report, asked](
             std::string_view destination, bool) -> std::optional<std::string> {
    if (destination.starts_with('/')) {
      const std::string_view wanted = destination.substr(1);
      std::optional<std::string> address = portal_address(routes, wanted);
      if (asked) asked->emplace(wanted, address.has_value());
      if (!address) return std::nullopt;
      return relative_link(from, *address);
    }
    if (destination.starts_with("./")) destination.remove_prefix(2);
    if (report == nullptr || !has_file(*report, destination)) return std::nullopt;
    return relative_link(from, report_file_address(*report, destination));
  };
}

RenderedNarrative render_report_text(const Catalog& catalog, const Routes& routes,
                                     const Report& report, const Narrative& narrative,
                                     Diagnostics& diagnostics, AskedAddresses* asked = nullptr) {
  // What readers cannot see is nothing to compare with.
  const Report* previous = catalog.previous(report);
  FigureSource figures{report, previous && catalog.is_public(*previous) ? previous : nullptr};
  NarrativeOptions options;
  options.language = catalog.settings.chinese() ? Language::zh : Language::en;
  options.id_prefix = narrative.section;
  options.figures = &figures;
  options.resolve = make_resolver(routes, report_address(report), &report, asked);
  return render_narrative({narrative.text, narrative.file, narrative.first_line}, options,
                          diagnostics);
}

RenderedNarrative render_free_text(const Catalog& catalog, const Routes& routes,
                                   const FreePage& page, Diagnostics& diagnostics) {
  NarrativeOptions options;
  options.language = catalog.settings.chinese() ? Language::zh : Language::en;
  options.base_heading = 2;
  options.id_prefix = "text";
  std::string from = page.name.empty() ? std::string(home_address) : free_page_address(page);
  options.resolve = make_resolver(routes, std::move(from), nullptr, nullptr);
  return render_narrative({page.text, page.file, page.first_line}, options, diagnostics);
}

}  // namespace

std::string report_narrative_html(const PageContext& context, const Report& report,
                                  const Narrative& narrative) {
  Diagnostics said_by_the_check;
  return render_report_text(context.library.catalog(), context.routes, report, narrative,
                            said_by_the_check)
      .html;
}

std::string free_text_html(const PageContext& context, const FreePage& page) {
  Diagnostics said_by_the_check;
  return render_free_text(context.library.catalog(), context.routes, page, said_by_the_check).html;
}

bool is_linked_address(const Routes& routes, std::string_view address) {
  return portal_address(routes, address).has_value();
}

Diagnostics check_narratives(const Catalog& catalog, const Routes& routes, const Report& report,
                             AskedAddresses& asked) {
  Diagnostics found;
  for (const Narrative& narrative : report.narratives) {
    render_report_text(catalog, routes, report, narrative, found, &asked);
  }
  return found;
}

Diagnostics check_free_texts(const Catalog& catalog, const Routes& routes) {
  Diagnostics found;
  for (const FreePage& page : catalog.pages) render_free_text(catalog, routes, page, found);
  if (!catalog.introduction.text.empty()) {
    render_free_text(catalog, routes, catalog.introduction, found);
  }
  return found;
}

}  // namespace gongkai
