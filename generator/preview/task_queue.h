#pragma once

#include <httplib.h>

#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <thread>
#include <vector>

namespace gongkai {

/// A fixed number of threads that answer connections, and a bounded number of connections that wait
/// for one. Those beyond are given up at once.
class TaskQueue : public httplib::TaskQueue {
 public:
  TaskQueue(std::size_t threads, std::size_t most_waiting);

  void enqueue(std::function<void()> task) override;
  void shutdown() override;

  /// Whether the task that this thread runs is one too many: it should only close its connection.
  static thread_local bool is_shedding;

 private:
  void work();

  std::size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::list<std::function<void()>> waiting_;
  bool ends_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace gongkai
