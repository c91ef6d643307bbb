#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "search/passage.h"
#include "search/postings.h"

namespace gongkai {

/// Which pages bear which term, in shards. Constant once it is made.
class TermIndex {
 public:
  /// Takes the terms of `pages` pages, each by its number, from `jobs` threads. `shards` is a power
  /// of two. The terms of a few hundred pages at a time are held beside the index itself.
  TermIndex(std::size_t pages, std::size_t shards, int jobs,
            const std::function<PageTerms(std::size_t page)>& terms_of_page);

  /// The entries of a shard, sorted by term and apart by `|`: the term, a blank, the list of the
  /// pages that bear it, those that bear it in a heading, those that bear it in the title; lists
  /// are packed() and apart by blanks, empty ones at the end left out.
  std::string shard(std::size_t number) const;

 private:
  /// The terms whose shards have the same remainder: threads need not wait for each other.
  struct Part {
    std::unordered_map<TermKey, Postings> keys;
    std::unordered_map<std::string, Postings> long_words;
  };
  struct Entry {
    std::string term;
    const Postings* postings;
  };

  void sort_into_shards(const Part& part);

  std::vector<Part> parts_;
  std::vector<std::vector<Entry>> shards_;
};

}  // namespace gongkai
