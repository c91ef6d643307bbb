#include "import/read_document.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

#include "diagnostics/codes/import.h"
#include "import/archive.h"
#include "import/docx_reader.h"
#include "import/html_reader.h"
#include "import/office_programs.h"
#include "import/sheet_document.h"
#include "import/text_reader.h"
#include "import/unreadable.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

std::string ending_of(const std::string& name) {
  std::string ending = fs::path(name).extension().string();
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return ending;
}

bool looks_like_html(const std::string& bytes) {
  std::string start = bytes.substr(0, 4096);
  start.erase(std::remove(start.begin(), start.end(), '\0'), start.end());
  for (char& c : start) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  for (const char* mark : {"<!doctype html", "<html", "<body", "<table", "<head", "<meta "}) {
    if (start.find(mark) != std::string::npos) return true;
  }
  return false;
}

// How the old container of Microsoft's formats writes a name: two bytes a letter.
bool names(const std::string& bytes, std::string_view name) {
  std::string wide;
  for (const char c : name) {
    wide += c;
    wide += '\0';
  }
  return bytes.find(wide) != std::string::npos;
}

Document read_archive(const std::string& bytes, const ImportLimits& limits) {
  bool is_workbook = false;
  {
    Archive archive(bytes, limits);
    is_workbook = archive.has("xl/workbook.xml");
    if (archive.has("mimetype") && archive.has("content.xml")) {
      throw Unreadable(codes::original_kind_unknown, {"OpenDocument"});
    }
  }
  if (is_workbook) return sheet_document(read_workbook(bytes, limits));
  return read_docx(bytes, limits);
}

Document converted(const fs::path& file, const std::string& ending, const ImportLimits& limits) {
  if (file.empty()) throw Unreadable(codes::original_kind_unknown, {ending});
  const bool is_sheet = ending == ".xls" || ending == ".et" || ending == ".ods";
  return read_archive(convert_with_office(file, is_sheet ? "xlsx" : "docx"), limits);
}

}  // namespace

Document read_document(const std::string& bytes, const std::string& name, const fs::path& file,
                       const ImportLimits& limits) {
  const std::string ending = ending_of(name);
  Document document;
  if (bytes.empty()) throw Unreadable(codes::original_empty);
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    if (names(bytes, "EncryptedPackage") || names(bytes, "EncryptionInfo")) {
      throw Unreadable(codes::original_locked);
    }
    document = converted(file, names(bytes, "Workbook") && ending != ".doc" ? ".xls" : ending, limits);
  } else if (ending == ".odt" || ending == ".ods" || ending == ".rtf" || ending == ".wps" ||
             ending == ".et" || bytes.starts_with("{\\rtf")) {
    document = bytes.starts_with("PK\x03\x04") && (ending == ".wps" || ending == ".et")
                   ? read_archive(bytes, limits)
                   : converted(file, ending, limits);
  } else if (bytes.starts_with("PK\x03\x04")) {
    document = read_archive(bytes, limits);
  } else if (bytes.starts_with("%PDF")) {
    if (file.empty()) throw Unreadable(codes::original_kind_unknown, {"PDF"});
    document = read_text_document(text_of_pdf(file), false, limits);
  } else if (ending == ".docx" || ending == ".xlsx" || ending == ".doc" || ending == ".xls" ||
             ending == ".pdf") {
    // Web pages under the name of a Word file are common: offices send what they published.
    if (!looks_like_html(bytes)) throw Unreadable(codes::archive_damaged);
    document = read_html(bytes, limits);
  } else if (ending == ".html" || ending == ".htm" || looks_like_html(bytes)) {
    document = read_html(bytes, limits);
  } else {
    document = read_text_document(bytes, ending == ".md" || ending == ".markdown", limits);
  }
  lift_layout_tables(document.blocks);
  return document;
}

std::string read_original(const fs::path& file, const ImportLimits& limits) {
  const auto close = [](std::FILE* stream) {
    if (stream != nullptr && stream != stdin) std::fclose(stream);
  };
  const bool from_stdin = file == "-";
  std::error_code error;
  if (!from_stdin && fs::exists(file, error) && !fs::is_regular_file(file, error)) {
    throw Unreadable(codes::original_missing, {std::generic_category().message(EISDIR)});
  }
  const std::unique_ptr<std::FILE, decltype(close)> in(
      from_stdin ? stdin : std::fopen(file.c_str(), "rb"), close);
  if (!in) throw Unreadable(codes::original_missing, {std::generic_category().message(errno)});
  std::string bytes;
  char buffer[1 << 16];
  std::size_t read = 0;
  while (bytes.size() <= limits.file_size && (read = std::fread(buffer, 1, sizeof buffer, in.get())) > 0) {
    bytes.append(buffer, read);
  }
  if (bytes.size() > limits.file_size) {
    throw Unreadable(codes::original_too_large,
                     {"> " + std::to_string(limits.file_size >> 20), "MB",
                      std::to_string(limits.file_size >> 20) + " MB"});
  }
  if (std::ferror(in.get()) != 0) {
    throw Unreadable(codes::original_missing, {std::generic_category().message(errno)});
  }
  return bytes;
}

}  // namespace gongkai
