#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pages/view.h"
#include "theme/template.h"

namespace gongkai {

/// An expanded template in the form that renders quickly. Constant once made: it may render on
/// several threads at once.
class CompiledTemplate {
 public:
  /// `nodes` must be free of partials and of mistakes.
  explicit CompiledTemplate(const std::vector<TemplateNode>& nodes);
  CompiledTemplate(CompiledTemplate&&) noexcept;
  CompiledTemplate& operator=(CompiledTemplate&&) noexcept;
  ~CompiledTemplate();

  /// Appends the page to `out`. Names that the view does not have are looked for in what encloses
  /// it; all of them must be there. An empty text and an empty list count as false in a section.
  void render(const View& view, std::string& out) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gongkai
