#include "theme/lint.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "diagnostics/codes/theme.h"
#include "theme/nearest_name.h"

namespace gongkai {
namespace {

using Kind = TemplateNode::Kind;
using Names = std::vector<Name>;

const Name* find(const Names& names, std::string_view name) {
  auto found =
      std::find_if(names.begin(), names.end(), [&](const Name& n) { return n.name == name; });
  return found == names.end() ? nullptr : &*found;
}

class Linter {
 public:
  Linter(const Names& names, std::string_view page_kind, Diagnostics& diagnostics)
      : page_kind_(page_kind), diagnostics_(diagnostics) {
    scopes_.push_back(&names);
  }

  void check(const std::vector<TemplateNode>& nodes) {
    for (const TemplateNode& node : nodes) {
      if (node.kind == Kind::text || node.kind == Kind::partial) continue;
      const Names* inside = nullptr;
      if (node.text == ".") {
        // The innermost section's own value, which is a text where it holds no names.
        inside = scopes_.back();
      } else if (const Name* name = resolve(node)) {
        inside = &name->inside;
      }
      if (node.is_section()) {
        const bool opens = node.kind == Kind::section && inside;
        if (opens) scopes_.push_back(inside);
        check(node.inside);
        if (opens) scopes_.pop_back();
      } else if (inside && !inside->empty()) {
        diagnostics_.add(codes::theme_name_not_text, node.position, {node.text});
      }
    }
  }

 private:
  /// The name that a tag means; null, with an error, where there is none.
  const Name* resolve(const TemplateNode& node) {
    std::string_view rest = node.text;
    const Name* name = nullptr;
    std::vector<std::string> known;
    std::size_t offset = 0;
    while (true) {
      const std::string_view part = rest.substr(0, rest.find('.'));
      known.clear();
      const Name* next = nullptr;
      if (name) {
        next = find(name->inside, part);
        for (const Name& n : name->inside) known.emplace_back(n.name);
      } else {
        for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
          if (!next) next = find(**scope, part);
          for (const Name& n : **scope) known.emplace_back(n.name);
        }
      }
      if (!next) {
        report(node, offset, std::string(part), known);
        return nullptr;
      }
      name = next;
      if (part.size() == rest.size()) return name;
      offset += part.size() + 1;
      rest.remove_prefix(part.size() + 1);
    }
  }

  void report(const TemplateNode& node, std::size_t offset, const std::string& part,
              const std::vector<std::string>& known) {
    Position position = node.position;
    position.mark.column += static_cast<std::uint32_t>(offset);
    position.length = static_cast<std::uint32_t>(part.size());
    Diagnostic& diagnostic = diagnostics_.add(
        codes::unknown_theme_name, position,
        {part, std::string(page_kind_), fmt::format("{}", fmt::join(known, ", "))});
    add_nearest_name(diagnostic, part, known);
  }

  std::string_view page_kind_;
  Diagnostics& diagnostics_;
  std::vector<const Names*> scopes_;
};

void add_breaches(const Names& names, const View& view, const std::string& path,
                  std::vector<std::string>& out) {
  if (const View::List* items = view.list()) {
    for (std::size_t i = 0; i < items->size(); ++i) {
      add_breaches(names, (*items)[i], path + "[" + std::to_string(i) + "]", out);
    }
    return;
  }
  if (names.empty()) {
    if (view.object()) out.push_back(path + " holds names that the contract does not know");
    return;
  }
  const View::Object* object = view.object();
  if (!object) {
    if (!view.truth() || *view.truth()) out.push_back(path + " should hold names");
    return;
  }
  for (const Name& name : names) {
    const std::string inner = path + "." + std::string(name.name);
    if (const View* value = view.get(name.name)) {
      add_breaches(name.inside, *value, inner, out);
    } else {
      out.push_back(inner + " is not set");
    }
  }
  for (const auto& [name, value] : *object) {
    if (!find(names, name)) {
      out.push_back(path + "." + std::string(name) + " is not in the contract");
    }
  }
}

}  // namespace

void lint_template(const std::vector<TemplateNode>& nodes, const Names& names,
                   std::string_view page_kind, Diagnostics& diagnostics) {
  Linter(names, page_kind, diagnostics).check(nodes);
}

std::vector<std::string> contract_breaches(const Names& names, const View& view) {
  std::vector<std::string> out;
  add_breaches(names, view, "page", out);
  return out;
}

}  // namespace gongkai
