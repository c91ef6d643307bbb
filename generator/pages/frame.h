#pragma once

#include <string>
#include <vector>

#include "pages/context.h"
#include "pages/link.h"
#include "pages/view.h"

namespace gongkai {

/// A level of the breadcrumb; the last one, the page itself, has no address.
struct Crumb {
  std::string label;
  std::string address;
};

/// A page's view with the names that every page has (contract.cc: frame_names): title, description,
/// breadcrumb, menu and footer. `crumbs` stand between the home page and this page.
View make_frame(const PageContext& context, const Route& route, const std::string& title,
                const std::string& description, const std::vector<Crumb>& crumbs);

/// The text, or false where it is empty: an empty text would count as present in a template.
View text_or_false(std::string text);

/// {items: list}, or false where the list is empty: so that a template can put something around it.
View list_or_false(View::List list);

/// An object {label, link}; the link is made relative to the route's own address.
View make_link(const Route& route, std::string label, std::string_view address);

/// The name to print for an agency in lists.
const std::string& agency_label(const Agency& agency);

}  // namespace gongkai
