// SPDX-License-Identifier: Apache-2.0
// Numbers of what has been looked up before, by a hash of its key.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

/// Open addressing on XXH3-128: two keys are taken for one with a chance of 2^-80 among a billion. 24 bytes an entry, at
/// most half full; forgets everything above 2^21 entries.
class NumberCache {
public:
    NumberCache();
    /// The number kept for `key`, 0 where it is new. The reference holds until the next call.
    [[nodiscard]] std::int64_t& operator[](std::string_view key);
    void clear();

private:
    struct Entry {
        std::uint64_t low = 0;
        std::uint64_t high = 0;
        std::int64_t number = 0;
    };
    Entry& place(std::uint64_t low, std::uint64_t high);
    void grow();
    std::vector<Entry> entries_;
    std::size_t used_ = 0;
};

}  // namespace entente
