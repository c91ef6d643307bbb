#include "narrative/inline_writer.h"

#include "diagnostics/codes/narrative.h"
#include "narrative/links.h"
#include "narrative/markup.h"

namespace gongkai {
namespace {

std::string escaped(std::string_view words) {
  std::string out;
  append_escaped(out, words);
  return out;
}

}  // namespace

void InlineWriter::write(cmark_node* node, bool enter, bool in_tight_item) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
      return text(out_.clean(cmark_node_get_literal(node)));
    case CMARK_NODE_SOFTBREAK:
      return line_end(in_tight_item);
    case CMARK_NODE_LINEBREAK:
      if (images_ == 0) out_.html += "<br>\n";
      out_.plain += '\n';
      return;
    case CMARK_NODE_CODE:
      return code(out_.clean(cmark_node_get_literal(node)));
    case CMARK_NODE_HTML_INLINE:
      return raw_html(out_.clean(cmark_node_get_literal(node)));
    case CMARK_NODE_EMPH:
      return tag(enter, "<em>", "</em>");
    case CMARK_NODE_STRONG:
      return tag(enter, "<strong>", "</strong>");
    case CMARK_NODE_LINK:
      return link(node, enter);
    case CMARK_NODE_IMAGE:
      return image(node, enter);
    default:
      if (extra_node(node) == ExtraNode::strikethrough) tag(enter, "<del>", "</del>");
  }
}

void InlineWriter::text(std::string_view words) {
  out_.plain += words;
  if (images_ > 0) {
    alternative_ += words;
    return;
  }
  std::size_t at = 0;
  while (const auto address = links_ > 0 ? std::nullopt : find_bare_address(words, at)) {
    append_escaped(out_.html, words.substr(at, address->begin - at));
    const std::string_view shown = words.substr(address->begin, address->length);
    out_.html += "<a href=\"";
    append_escaped(out_.html, *check_link(shown, {}).address);
    out_.html += "\">";
    append_escaped(out_.html, shown);
    out_.html += "</a>";
    at = address->begin + address->length;
  }
  append_escaped(out_.html, words.substr(at));
}

void InlineWriter::code(std::string_view words) {
  out_.plain += words;
  if (images_ > 0) {
    alternative_ += words;
    return;
  }
  out_.html += "<code>";
  append_escaped(out_.html, words);
  out_.html += "</code>";
}

void InlineWriter::raw_html(std::string_view words) {
  if (without_comments(words).empty()) return;
  out_.complain_of_html(words);
  text(words);
}

void InlineWriter::tag(bool enter, std::string open, std::string_view close) {
  if (images_ > 0) return;
  if (enter) {
    out_.html += open;
    tags_.push_back({std::move(open), close});
  } else {
    out_.html += tags_.back().close;
    tags_.pop_back();
  }
}

// A line of the author that ends inside a paragraph.
void InlineWriter::line_end(bool in_tight_item) {
  out_.plain += out_.chinese() ? '\n' : ' ';
  if (images_ > 0) {
    alternative_ += ' ';
  } else if (!out_.chinese()) {
    out_.html += '\n';
  } else if (in_tight_item) {
    out_.html += "<br>\n";
  } else {
    for (auto open = tags_.rbegin(); open != tags_.rend(); ++open) out_.html += open->close;
    out_.html += "</p>\n<p>";
    for (const Tag& open : tags_) out_.html += open.open;
  }
}

void InlineWriter::link(cmark_node* node, bool enter) {
  links_ += enter ? 1 : -1;
  if (!enter) {
    // A link without words is named by its address.
    if (images_ == 0 && out_.html.size() == link_begin_) append_escaped(out_.html, link_address_);
    return tag(false, {}, {});
  }
  const std::string destination = out_.clean(cmark_node_get_url(node));
  const CheckedLink checked = check_link(destination, out_.options.resolve);
  if (checked.mistake) {
    out_.complain(*checked.mistake, out_.finder.find(destination), destination.size(),
                  checked.arguments);
    tag(true, {}, {});
  } else {
    tag(true, "<a href=\"" + escaped(*checked.address) + "\"" + title(node) + ">", "</a>");
  }
  link_begin_ = out_.html.size();
  link_address_ = destination;
}

void InlineWriter::image(cmark_node* node, bool enter) {
  if (enter) {
    if (images_++ == 0) alternative_.clear();
    return;
  }
  if (--images_ > 0) return;
  const std::string destination = out_.clean(cmark_node_get_url(node));
  const std::size_t place = out_.finder.find(destination);
  const CheckedLink checked = check_image(destination, out_.options.resolve);
  if (checked.mistake) {
    out_.complain(*checked.mistake, place, destination.size(), checked.arguments);
    return;
  }
  if (alternative_.find_first_not_of(" \t") == std::string::npos) {
    out_.complain(codes::image_without_text, place, destination.size(), {destination});
  }
  out_.html += "<img src=\"" + escaped(*checked.address) + "\" alt=\"" + escaped(alternative_) +
               "\"" + title(node) + ">";
}

std::string InlineWriter::title(cmark_node* node) const {
  const std::string words = out_.clean(cmark_node_get_title(node));
  return words.empty() ? std::string() : " title=\"" + escaped(words) + "\"";
}

}  // namespace gongkai
