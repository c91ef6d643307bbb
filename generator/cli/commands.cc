#include "cli/commands.h"

namespace gongkai {

std::vector<std::unique_ptr<Command>> all_commands() {
  std::vector<std::unique_ptr<Command>> commands;
  commands.push_back(new_command());
  commands.push_back(template_command());
  commands.push_back(check_command());
  commands.push_back(import_command());
  commands.push_back(build_command());
  commands.push_back(proof_command());
  commands.push_back(rollup_command());
  commands.push_back(serve_command());
  commands.push_back(explain_command());
  commands.push_back(explain_cell_command());
  commands.push_back(export_command());
  commands.push_back(verify_command());
  commands.push_back(status_command());
  commands.push_back(theme_command());
  return commands;
}

}  // namespace gongkai
