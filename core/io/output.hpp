// SPDX-License-Identifier: Apache-2.0
// Bytes out: a file appears whole or not at all; standard output is written as it comes.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace entente::io {

/// Thrown when whoever reads our output has gone: the program ends quietly.
struct ClosedPipe {};

/// Buffered writer. A file is written beside its place ("g.graphml.part") and renamed by close(): a kill or a full
/// disk leaves the old file as it was. Without close() the part is removed.
class Output {
public:
    /// "-" is standard output. Throws InputError with the system's reason.
    explicit Output(std::string path);
    ~Output();
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    void write(std::string_view bytes);  ///< Throws InputError (disk full …) or ClosedPipe.
    void close();                        ///< Flushes and puts the file in its place. Throws as write().

private:
    [[noreturn]] void fail(int error) const;
    std::string path_;
    std::string part_;
    std::FILE* file_ = nullptr;
};

/// Throws InputError as Output would, without touching anything: to be told before hours of work, not after.
void check_writable(const std::string& path);

}  // namespace entente::io
