#include "theme/nearest_name.h"

#include "diagnostics/codes/theme.h"
#include "diagnostics/suggestion.h"

namespace gongkai {

void add_nearest_name(Diagnostic& diagnostic, std::string_view name,
                      const std::vector<std::string>& known) {
  std::optional<std::string> near = nearest(name, known);
  if (!near) return;
  Note note{&notes::theme_nearest, Position(), {}};
  note.arguments.push_back(std::move(*near));
  diagnostic.notes.push_back(std::move(note));
}

}  // namespace gongkai
