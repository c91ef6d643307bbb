#pragma once

#include <map>
#include <string>

#include "import/archive.h"

namespace gongkai {

/// What the styles of a DOCX say about paragraphs.
class DocxStyles {
 public:
  struct Style {
    int heading = 0;  ///< 1 to 6; 0: none
    std::string list;
    int level = 0;
    bool strong = false;
  };

  DocxStyles() = default;
  /// From the part word/styles.xml, which may be missing.
  DocxStyles(Archive& archive, const std::string& part);

  /// The style of an id; of an unknown one, nothing special.
  const Style& style(const std::string& id) const;

 private:
  std::map<std::string, Style> styles_;
};

}  // namespace gongkai
