// SPDX-License-Identifier: Apache-2.0
// Plain text: one article a file.
#include "extract/read/formats.hpp"

namespace entente::read {
namespace {

std::string read_text(std::string bytes, Document& document) {
    if (looks_binary(bytes)) return "it is binary, no text";
    if (bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == std::string::npos) return "it is empty";
    document.text = std::move(bytes);
    return {};
}

}  // namespace

std::unique_ptr<Reader> open_text(io::Input input, const ReadOptions& options) {
    return open_whole(std::move(input), options, read_text);
}

}  // namespace entente::read
