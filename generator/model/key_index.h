#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

/// What the rows of a table, its columns, or the tables of a form answer to. The names are folded
/// once, when the form is complete: a portal reads millions of keys.
class KeyIndex {
 public:
  /// The numbers of lines that bear a name, ascending.
  using Lines = std::vector<int>;

  /// The names of one line; to be called line by line, in their order. Empty ones are left out.
  void add(int line, const std::string& id, const std::string& number,
           const std::string& own_number, const std::string& label,
           const std::vector<std::string>& aliases);

  /// The lines with this id, to the letter.
  const Lines& with_id(std::string_view id) const { return find(ids_, id); }
  /// The lines of which `folded` is a name of their own: id, number, label or alias.
  const Lines& own(std::string_view folded) const { return find(own_, folded); }
  /// The lines that may share the name with others under another head (5, 其他).
  const Lines& shared(std::string_view folded) const { return find(shared_, folded); }

 private:
  using Names = std::map<std::string, Lines, std::less<>>;
  static const Lines& find(const Names& names, std::string_view name);

  Names ids_, own_, shared_;
};

}  // namespace gongkai
