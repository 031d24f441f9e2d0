// SPDX-License-Identifier: Apache-2.0
// Many workers, one order: items are taken in turn, worked on in parallel, and handed on in the order they came.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace entente {

/// Calls `next` until it returns nullopt, `work(item, worker)` on `threads` threads (worker is 0 … threads-1, for
/// scratch space), and `done(result)` in input order. `next` and `done` run on the calling thread only. At most
/// 4 × threads items are in flight. The first exception of any part, in input order, ends the run and is rethrown.
template <class Item, class Result>
void ordered_pool(std::size_t threads, const std::function<std::optional<Item>()>& next,
                  const std::function<Result(Item&&, std::size_t)>& work, const std::function<void(Result&&)>& done) {
    if (threads <= 1) {
        while (auto item = next()) done(work(std::move(*item), 0));
        return;
    }
    struct Slot {
        std::optional<Item> item;
        std::optional<Result> result;
        std::exception_ptr error;
        bool finished = false;
    };
    std::mutex mutex;
    std::condition_variable_any wake_worker;
    std::condition_variable wake_owner;
    std::deque<Slot*> todo;
    std::deque<Slot> in_flight;  // a deque keeps its elements in place while ends come and go

    auto run = [&](const std::stop_token& stop, std::size_t worker) {
        std::unique_lock lock(mutex);
        while (wake_worker.wait(lock, stop, [&] { return !todo.empty(); })) {
            Slot& slot = *todo.front();
            todo.pop_front();
            lock.unlock();
            try {
                slot.result.emplace(work(std::move(*slot.item), worker));
            } catch (...) {
                slot.error = std::current_exception();
            }
            slot.item.reset();
            lock.lock();
            slot.finished = true;
            wake_owner.notify_one();
        }
    };
    std::vector<std::jthread> workers;
    for (std::size_t i = 0; i < threads; ++i)
        workers.emplace_back([&run, i](const std::stop_token& stop) { run(stop, i); });

    auto take_first = [&] {
        std::unique_lock lock(mutex);
        wake_owner.wait(lock, [&] { return in_flight.front().finished; });
        Slot slot = std::move(in_flight.front());
        in_flight.pop_front();
        lock.unlock();
        if (slot.error) std::rethrow_exception(slot.error);
        done(std::move(*slot.result));
    };
    while (auto item = next()) {
        {
            std::lock_guard lock(mutex);
            in_flight.emplace_back();
            in_flight.back().item.emplace(std::move(*item));
            todo.push_back(&in_flight.back());
        }
        wake_worker.notify_one();
        if (in_flight.size() >= 4 * threads) take_first();
    }
    while (!in_flight.empty()) take_first();
}

}  // namespace entente
