// SPDX-License-Identifier: Apache-2.0
// Bytes as a file that has a path and is nowhere on a disk.
#pragma once

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace entente::test {

class MemoryFile {
public:
    MemoryFile(const std::uint8_t* bytes, std::size_t size) : fd_(memfd_create("fuzz", MFD_CLOEXEC)) {
        if (fd_ < 0 || write(fd_, bytes, size) != static_cast<ssize_t>(size)) std::abort();
    }
    ~MemoryFile() { close(fd_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    [[nodiscard]] std::string path() const { return fmt::format("/proc/self/fd/{}", fd_); }

private:
    int fd_;
};

}  // namespace entente::test
