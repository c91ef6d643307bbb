#include "pages/narratives.h"

#include <algorithm>
#include <vector>

#include "model/parallel.h"
#include "pages/link.h"

namespace gongkai {

namespace {

/// The address of the portal that an author's `/…` means; the index page need not be named.
std::optional<std::string> portal_address(const Routes& routes, std::string_view destination) {
  std::string address(destination.substr(1));
  if (address.empty() || address.ends_with('/')) address += home_address;
  if (routes.find(address) != nullptr) return address;
  address += "/index.html";
  if (routes.find(address) != nullptr) return address;
  return std::nullopt;
}

bool has_file(const Report& report, std::string_view file) {
  auto is_it = [&](const Attachment& attachment) { return attachment.file == file; };
  return std::any_of(report.attachments.begin(), report.attachments.end(), is_it) ||
         std::find(report.linked_files.begin(), report.linked_files.end(), file) != report.linked_files.end();
}

/// `report` is null for texts that belong to none.
LinkResolver make_resolver(const Routes& routes, std::string from, const Report* report) {
  return [&routes, from = std::move(from), report](std::string_view destination,
                                                   bool) -> std::optional<std::string> {
    if (destination.starts_with('/')) {
      std::optional<std::string> address = portal_address(routes, destination);
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
                                     Diagnostics& diagnostics) {
  // What readers cannot see is nothing to compare with.
  const Report* previous = catalog.previous(report);
  FigureSource figures{report, previous && catalog.is_public(*previous) ? previous : nullptr};
  NarrativeOptions options;
  options.language = catalog.settings.chinese() ? Language::zh : Language::en;
  options.id_prefix = narrative.section;
  options.figures = &figures;
  options.resolve = make_resolver(routes, report_address(report), &report);
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
  options.resolve = make_resolver(routes, std::move(from), nullptr);
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

void check_narratives(const Library& library, const Routes& routes, int jobs,
                      Diagnostics& diagnostics) {
  const Catalog& catalog = library.catalog();
  std::vector<Diagnostics> found(catalog.reports.size());
  parallel_for(catalog.reports.size(), jobs, [&](std::size_t i) {
    const Report& report = catalog.reports[i];
    for (const Narrative& narrative : report.narratives) {
      render_report_text(catalog, routes, report, narrative, found[i]);
    }
  });
  for (Diagnostics& of_report : found) diagnostics.append(std::move(of_report));
  for (const FreePage& page : catalog.pages) {
    render_free_text(catalog, routes, page, diagnostics);
  }
  if (!catalog.introduction.text.empty()) {
    render_free_text(catalog, routes, catalog.introduction, diagnostics);
  }
}

}  // namespace gongkai
