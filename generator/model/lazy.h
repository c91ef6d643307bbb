#pragma once

#include <atomic>
#include <mutex>
#include <optional>

namespace gongkai {

/// A value that is made when it is first asked for, by the thread that comes first; others wait for
/// it. Constant afterwards.
template <typename T>
class Lazy {
 public:
  Lazy() = default;
  Lazy(const Lazy&) = delete;
  Lazy& operator=(const Lazy&) = delete;

  template <typename Make>
  const T& get(Make&& make) const {
    std::call_once(once_, [&] {
      value_.emplace(make());
      made_.store(true, std::memory_order_release);
    });
    return *value_;
  }
  /// The value if it was made; nothing is made for this.
  const T* made() const { return made_.load(std::memory_order_acquire) ? &*value_ : nullptr; }

 private:
  mutable std::once_flag once_;
  mutable std::atomic<bool> made_{false};
  mutable std::optional<T> value_;
};

}  // namespace gongkai
