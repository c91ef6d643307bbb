#pragma once

#include <compare>
#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace gongkai {

/// A list of constant values that other lists may hold as well: what stands unchanged in two
/// catalogs is one value in both. Pointers to a value stay valid as long as any list holds it.
template <typename T>
class SharedList {
 public:
  class iterator {
   public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T*;
    using reference = const T&;

    iterator() = default;
    explicit iterator(const std::shared_ptr<const T>* at) : at_(at) {}
    reference operator*() const { return **at_; }
    pointer operator->() const { return at_->get(); }
    reference operator[](difference_type n) const { return *at_[n]; }
    iterator& operator++() { return ++at_, *this; }
    iterator& operator--() { return --at_, *this; }
    iterator operator++(int) { return iterator(at_++); }
    iterator operator--(int) { return iterator(at_--); }
    iterator& operator+=(difference_type n) { return at_ += n, *this; }
    iterator& operator-=(difference_type n) { return at_ -= n, *this; }
    friend iterator operator+(iterator it, difference_type n) { return it += n; }
    friend iterator operator+(difference_type n, iterator it) { return it += n; }
    friend iterator operator-(iterator it, difference_type n) { return it -= n; }
    friend difference_type operator-(iterator a, iterator b) { return a.at_ - b.at_; }
    friend auto operator<=>(const iterator&, const iterator&) = default;

   private:
    const std::shared_ptr<const T>* at_ = nullptr;
  };
  using const_iterator = iterator;
  using value_type = T;

  void push_back(std::shared_ptr<const T> value) { items_.push_back(std::move(value)); }
  void push_back(T value) { emplace_back(std::move(value)); }
  /// Adds a value of the list's own; it may still be changed until the list is given away.
  T& emplace_back(T value) {
    auto shared = std::make_shared<T>(std::move(value));
    T& own = *shared;
    items_.push_back(std::move(shared));
    return own;
  }
  void reserve(std::size_t size) { items_.reserve(size); }
  void clear() { items_.clear(); }

  std::size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  const T& operator[](std::size_t i) const { return *items_[i]; }
  const T& front() const { return *items_.front(); }
  const T& back() const { return *items_.back(); }
  iterator begin() const { return iterator(items_.data()); }
  iterator end() const { return iterator(items_.data() + items_.size()); }

  const std::shared_ptr<const T>& shared(std::size_t i) const { return items_[i]; }

 private:
  std::vector<std::shared_ptr<const T>> items_;
};

}  // namespace gongkai
