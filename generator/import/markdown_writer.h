#pragma once

#include <functional>
#include <string>

#include "import/document.h"

namespace gongkai {

/// Gives the file name and the description under which a picture is saved; the name is empty for one
/// that cannot be.
struct PictureName {
  std::string file, description;
};
using NamePicture = std::function<PictureName(const TextRun&)>;

/// A paragraph as Markdown, in one line or, with breaks in it, several: emphasis, list marks and
/// pictures kept; everything that Markdown or gongkai would read as more than a character escaped.
/// `raw` leaves the text as it is, where it is Markdown already.
std::string markdown(const Paragraph& paragraph, bool raw, const NamePicture& name_picture);

/// A table as Markdown has them: the first row as its head, merged cells filled on the left.
std::string markdown(const Grid& table);

}  // namespace gongkai
