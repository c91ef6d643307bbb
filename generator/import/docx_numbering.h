#pragma once

#include <map>
#include <string>
#include <vector>

#include "import/archive.h"

namespace gongkai {

/// The numbers that Word computes and shows before paragraphs: they stand nowhere in the text.
class DocxNumbering {
 public:
  DocxNumbering() = default;
  /// From the part word/numbering.xml, which may be missing.
  DocxNumbering(Archive& archive, const std::string& part);

  /// The mark of the next paragraph of a list at a level: `-` for bullets, else as it is shown;
  /// empty where the list is not known or shows nothing.
  std::string next(const std::string& list, int level);

 private:
  struct Level {
    std::string format, text;
    int start = 1;
  };
  struct List {
    std::string definition;  ///< lists of one definition count on together
    std::map<int, int> starts;
  };

  std::map<std::string, std::vector<Level>> definitions_;
  std::map<std::string, List> lists_;
  std::map<std::string, std::vector<int>> counters_;  ///< by definition; 0: not begun
};

}  // namespace gongkai
