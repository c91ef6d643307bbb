#include "data/workbook.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <system_error>

#include "model/helper_sheets.h"

namespace gongkai {
namespace {

// libxlsxwriter asks the clock where no date is given, and turns dates into text with a function
// that shares its result between threads: the same date everywhere does no harm there.
constexpr std::time_t creation_time = 315532800;  // 1980-01-01, as its zip entries have it

constexpr std::size_t longest_name = 31;

[[noreturn]] void fail(const std::string& path) {
  throw std::system_error(errno != 0 ? errno : EIO, std::generic_category(), path);
}

/// The library writes to files only. Where the system has no folder for temporary ones, the current
/// folder serves.
std::string temporary_folder() {
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::temp_directory_path(error);
  return error ? "." : folder.string();
}

std::string fitting(const std::string& name, std::size_t most) {
  std::string fitted;
  std::size_t count = 0;
  for (std::size_t i = 0; i < name.size() && count < most; ++count) {
    std::size_t next = i + 1;
    while (next < name.size() && (static_cast<unsigned char>(name[next]) & 0xC0) == 0x80) ++next;
    const std::string sign = name.substr(i, next - i);
    fitted += std::string_view("[]:*?/\\'").find(sign) == std::string_view::npos ? sign : " ";
    i = next;
  }
  fitted.erase(fitted.find_last_not_of(' ') + 1);
  return fitted.empty() ? "-" : fitted;
}

double to_double(Decimal number) {
  const std::string text = number.str();
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

Workbook::Workbook() : folder_(temporary_folder()), path_(folder_ + "/gongkai-XXXXXX") {
  descriptor_ = ::mkostemp(path_.data(), O_CLOEXEC);
  if (descriptor_ < 0) fail(path_);
  lxw_workbook_options options{};
  options.tmpdir = folder_.data();
  book_ = workbook_new_opt(path_.c_str(), &options);
  lxw_doc_properties properties{};
  properties.created = creation_time;
  workbook_set_properties(book_, &properties);
}

Workbook::~Workbook() {
  // Only an exception leaves a book unfinished; closing is how its memory is given back.
  if (book_ != nullptr) workbook_close(book_);
  ::close(descriptor_);
  ::unlink(path_.c_str());
}

lxw_worksheet* Workbook::add_sheet(const std::string& name) {
  std::string fitted = fitting(name, longest_name);
  for (int i = 2; names_[fitted]++ != 0; ++i) {
    const std::string suffix = " " + std::to_string(i);
    fitted = fitting(name, longest_name - suffix.size()) + suffix;
  }
  return workbook_add_worksheet(book_, fitted.c_str());
}

void Workbook::mark_as_helper(const lxw_worksheet* sheet) {
  helpers_ += (helpers_.empty() ? "" : "/") + std::string(sheet->name);
}

std::string Workbook::reference(const lxw_worksheet* sheet) {
  return "'" + std::string(sheet->name) + "'!";
}

lxw_format* Workbook::framed(bool bold) {
  lxw_format* format = workbook_add_format(book_);
  format_set_border(format, LXW_BORDER_THIN);
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  if (bold) {
    format_set_bold(format);
    format_set_align(format, LXW_ALIGN_CENTER);
  }
  return format;
}

lxw_format* Workbook::heading() { return heading_ ? heading_ : heading_ = framed(true); }

lxw_format* Workbook::label() { return label_ ? label_ : label_ = framed(false); }

lxw_format* Workbook::text() {
  if (text_ == nullptr) {
    text_ = workbook_add_format(book_);
    format_set_text_wrap(text_);
    format_set_align(text_, LXW_ALIGN_VERTICAL_TOP);
  }
  return text_;
}

lxw_format* Workbook::alert() {
  if (alert_ == nullptr) {
    alert_ = workbook_add_format(book_);
    format_set_bg_color(alert_, 0xFFD9D9);
    format_set_font_color(alert_, 0x9C0006);
  }
  return alert_;
}

lxw_format* Workbook::title(bool wraps) {
  lxw_format*& format = title_[wraps ? 1 : 0];
  if (format == nullptr) {
    format = workbook_add_format(book_);
    format_set_bold(format);
    format_set_font_size(format, 14);
    if (wraps) format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  }
  return format;
}

lxw_format* Workbook::input(bool is_text) {
  lxw_format*& format = input_[is_text ? 1 : 0];
  if (format == nullptr) {
    format = framed(false);
    format_set_bg_color(format, 0xFFFDE7);
    format_set_unlocked(format);
    if (is_text) {
      format_set_num_format(format, "@");
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    }
  }
  return format;
}

lxw_format* Workbook::sum() {
  if (sum_ == nullptr) {
    sum_ = framed(false);
    format_set_bg_color(sum_, 0xE8EEF4);
    format_set_unlocked(sum_);
  }
  return sum_;
}

void Workbook::write(lxw_worksheet* sheet, int row, int column, Decimal number, bool is_framed) {
  lxw_format*& format = numbers_[{number.places(), is_framed}];
  if (format == nullptr) {
    format = is_framed ? framed(false) : workbook_add_format(book_);
    const std::string places(static_cast<std::size_t>(number.places()), '0');
    format_set_num_format(format, places.empty() ? "0" : ("0." + places).c_str());
  }
  worksheet_write_number(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                         to_double(number), format);
}

void Workbook::write(lxw_worksheet* sheet, int row, int column, std::string_view text,
                     lxw_format* format) {
  if (text.empty()) {
    worksheet_write_blank(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                          format);
    return;
  }
  worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                         std::string(text).c_str(), format);
}

void Workbook::merge(lxw_worksheet* sheet, int row, int column, int rows, int columns,
                     const std::string& text, lxw_format* format) {
  if (rows == 1 && columns == 1) return write(sheet, row, column, text, format);
  worksheet_merge_range(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                        static_cast<lxw_row_t>(row + rows - 1),
                        static_cast<lxw_col_t>(column + columns - 1), text.c_str(), format);
}

std::string Workbook::finish() {
  if (!helpers_.empty()) {
    workbook_set_custom_property_string(book_, helper_sheets_property, helpers_.c_str());
  }
  errno = 0;
  lxw_workbook* book = book_;
  book_ = nullptr;
  if (workbook_close(book) != LXW_NO_ERROR) fail(path_);
  const off_t size = ::lseek(descriptor_, 0, SEEK_END);
  if (size < 0) fail(path_);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t n =
        ::pread(descriptor_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
    if (n <= 0) fail(path_);
    done += static_cast<std::size_t>(n);
  }
  return bytes;
}

std::string cell_name(int row, int column) {
  std::array<char, LXW_MAX_CELL_NAME_LENGTH> name;
  lxw_rowcol_to_cell(name.data(), static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column));
  return name.data();
}

}  // namespace gongkai
