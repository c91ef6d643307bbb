#include "preview/task_queue.h"

namespace gongkai {

thread_local bool TaskQueue::is_shedding = false;

TaskQueue::TaskQueue(std::size_t threads, std::size_t most_waiting) : most_waiting_(most_waiting) {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

void TaskQueue::enqueue(std::function<void()> task) {
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() < most_waiting_) {
      waiting_.push_back(std::move(task));
      task = nullptr;
    }
  }
  if (!task) {
    changed_.notify_one();
    return;
  }
  is_shedding = true;
  task();
  is_shedding = false;
}

void TaskQueue::shutdown() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  changed_.notify_all();
  threads_.clear();
}

void TaskQueue::work() {
  while (true) {
    std::function<void()> task;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return ends_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      task = std::move(waiting_.front());
      waiting_.pop_front();
    }
    task();
  }
}

}  // namespace gongkai
