#include "search/term_index.h"

#include <algorithm>
#include <cassert>

#include "model/parallel.h"

namespace gongkai {

namespace {

constexpr std::size_t most_parts = 64;
constexpr std::size_t pages_at_a_time = 256;

/// The terms of a page, those of each part together.
struct PartedTerms {
  std::vector<std::pair<TermKey, Place>> keys;
  std::vector<std::size_t> begins;  ///< by part; one more than there are parts
  std::vector<std::vector<std::pair<std::string, Place>>> long_words;  ///< by part
};

PartedTerms part(PageTerms terms, std::size_t parts) {
  PartedTerms parted;
  std::vector<std::size_t> part_of_key;
  part_of_key.reserve(terms.keys.size());
  parted.begins.assign(parts + 1, 0);
  for (const auto& [key, place] : terms.keys) {
    part_of_key.push_back(term_hash(term_text(key)) % parts);
    ++parted.begins[part_of_key.back() + 1];
  }
  for (std::size_t i = 0; i < parts; ++i) parted.begins[i + 1] += parted.begins[i];
  std::vector<std::size_t> next(parted.begins.begin(), parted.begins.end() - 1);
  parted.keys.resize(terms.keys.size());
  for (std::size_t i = 0; i < terms.keys.size(); ++i) {
    parted.keys[next[part_of_key[i]]++] = terms.keys[i];
  }
  parted.long_words.resize(parts);
  for (const auto& [word, place] : terms.long_words) {
    parted.long_words[term_hash(word) % parts].emplace_back(word, place);
  }
  return parted;
}

}  // namespace

TermIndex::TermIndex(std::size_t pages, std::size_t shards, int jobs,
                     const std::function<PageTerms(std::size_t page)>& terms_of_page)
    : parts_(std::min(most_parts, shards)), shards_(shards) {
  assert(shards != 0 && (shards & (shards - 1)) == 0);
  for (std::size_t first = 0; first < pages; first += pages_at_a_time) {
    std::vector<PartedTerms> batch(std::min(pages_at_a_time, pages - first));
    parallel_for(batch.size(), jobs,
                 [&](std::size_t i) { batch[i] = part(terms_of_page(first + i), parts_.size()); });
    parallel_for(parts_.size(), jobs, [&](std::size_t p) {
      for (std::size_t i = 0; i < batch.size(); ++i) {
        const auto page = static_cast<std::uint32_t>(first + i);
        for (std::size_t k = batch[i].begins[p]; k < batch[i].begins[p + 1]; ++k) {
          parts_[p].keys[batch[i].keys[k].first].add(page, batch[i].keys[k].second);
        }
        for (const auto& [word, place] : batch[i].long_words[p]) {
          parts_[p].long_words[word].add(page, place);
        }
      }
    });
  }
  parallel_for(parts_.size(), jobs, [&](std::size_t p) { sort_into_shards(parts_[p]); });
}

void TermIndex::sort_into_shards(const Part& part) {
  const auto shard_of = [&](const std::string& term) -> std::vector<Entry>& {
    return shards_[term_hash(term) % shards_.size()];
  };
  std::vector<std::vector<Entry>*> touched;
  const auto add = [&](std::string term, const Postings& postings) {
    std::vector<Entry>& shard = shard_of(term);
    if (shard.empty()) touched.push_back(&shard);
    shard.push_back({std::move(term), &postings});
  };
  for (const auto& [key, postings] : part.keys) add(term_text(key), postings);
  for (const auto& [word, postings] : part.long_words) add(word, postings);
  for (std::vector<Entry>* shard : touched) {
    std::sort(shard->begin(), shard->end(),
              [](const Entry& a, const Entry& b) { return a.term < b.term; });
  }
}

std::string TermIndex::shard(std::size_t number) const {
  std::string text;
  for (const Entry& entry : shards_[number]) {
    if (!text.empty()) text += '|';
    text += entry.term + " " + packed(entry.postings->pages(in_text));
    const std::vector<std::uint32_t> titles = entry.postings->pages(in_title);
    const std::vector<std::uint32_t> headings = entry.postings->pages(in_heading);
    if (!headings.empty() || !titles.empty()) text += " " + packed(headings);
    if (!titles.empty()) text += " " + packed(titles);
  }
  return text;
}

}  // namespace gongkai
