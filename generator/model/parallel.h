#pragma once

#include <atomic>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace gongkai {

/// Says whether long work should stop before it is done, for nobody wants its result any more. It is
/// asked from several threads.
using Interrupt = std::function<bool()>;
inline bool never() { return false; }

/// Calls f(i) for every i below n from `jobs` threads (the caller's is one of them) and returns
/// when all are done. The order is not defined. The first exception is thrown again at the end.
/// std::thread and a counter rather than a library: oneTBB gives false alarms under
/// ThreadSanitizer.
template <typename Function>
void parallel_for(std::size_t n, int jobs, Function&& f) {
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex failure_mutex;
  auto work = [&] {
    try {
      for (std::size_t i = next++; i < n; i = next++) f(i);
    } catch (...) {
      next = n;
      std::lock_guard lock(failure_mutex);
      if (!failure) failure = std::current_exception();
    }
  };
  std::vector<std::jthread> others;
  for (int i = 1; i < jobs && static_cast<std::size_t>(i) < n; ++i) others.emplace_back(work);
  work();
  others.clear();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace gongkai
