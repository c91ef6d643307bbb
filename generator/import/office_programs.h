#pragma once

#include <filesystem>
#include <string>

namespace gongkai {

/// Converts a file that gongkai cannot read itself (.doc, .wps, .rtf, .odt, .xls, .et) with
/// LibreOffice, and returns the bytes of the DOCX or XLSX (`to`). Throws Unreadable where LibreOffice
/// is not installed, does not end in two minutes, or cannot read the file.
std::string convert_with_office(const std::filesystem::path& file, const std::string& to);

/// The text of a PDF, laid out as it is printed, by pdftotext. Throws Unreadable as above.
std::string text_of_pdf(const std::filesystem::path& file);

}  // namespace gongkai
