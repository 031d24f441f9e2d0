// SPDX-License-Identifier: Apache-2.0
#include "extract/read/http.hpp"

#include <zlib.h>

#include <charconv>

#include "core/words.hpp"

namespace entente::read {
namespace {

constexpr std::size_t k_largest = 64u << 20;

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

/// Takes the next line, without its end.
std::string_view take_line(std::string_view& text) {
    const std::size_t newline = text.find('\n');
    std::string_view line = text.substr(0, newline);
    text = newline == std::string_view::npos ? std::string_view() : text.substr(newline + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// What chunks hold. A body that isn't in chunks, though its header says so (archives unpack some), comes out as it is.
std::string without_chunks(std::string_view body) {
    std::string out;
    std::string_view rest = body;
    while (!rest.empty()) {
        const std::string_view line = take_line(rest);
        std::size_t size = 0;
        const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
        if (error != std::errc() || (end != line.data() + line.size() && *end != ';' && *end != ' ')) return out.empty() ? std::string(body) : out;
        if (size == 0) break;
        out += rest.substr(0, size);
        rest.remove_prefix(std::min(size, rest.size()));
        take_line(rest);
    }
    return out;
}

/// Of gzip or zlib, what there is of it; nullopt where it is neither or too large.
std::optional<std::string> unpacked(std::string_view packed) {
    z_stream z{};
    if (inflateInit2(&z, MAX_WBITS + 32) != Z_OK) return std::nullopt;
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    z.avail_in = static_cast<uInt>(packed.size());
    std::string out;
    char buffer[1u << 15];
    int code = Z_OK;
    do {
        z.next_out = reinterpret_cast<Bytef*>(buffer);
        z.avail_out = sizeof buffer;
        code = inflate(&z, Z_NO_FLUSH);
        out.append(buffer, sizeof buffer - z.avail_out);
    } while (code == Z_OK && out.size() <= k_largest);
    inflateEnd(&z);
    if (out.empty() || out.size() > k_largest) return std::nullopt;
    return out;
}

}  // namespace

void add_field(HttpFields& fields, std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos) fields.emplace(ascii_lower(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
}

std::string media_type(std::string_view content_type) { return ascii_lower(trimmed(content_type.substr(0, content_type.find(';')))); }

std::optional<HttpAnswer> read_answer(std::string_view message) {
    const std::string_view status = take_line(message);
    if (!status.starts_with("HTTP/") || status.find(" 200") == std::string_view::npos) return std::nullopt;
    HttpFields fields;
    for (std::string_view line = take_line(message); !line.empty(); line = take_line(message)) add_field(fields, line);
    const auto field = [&](std::string_view name) {
        const auto found = fields.find(name);
        return found == fields.end() ? std::string() : found->second;
    };
    HttpAnswer answer{media_type(field("content-type")), {}, std::string(message)};
    const std::string parameters = ascii_lower(field("content-type"));
    if (const std::size_t found = parameters.find("charset="); found != std::string::npos) {
        std::string_view charset = std::string_view(parameters).substr(found + 8);
        if (charset.starts_with('"')) charset.remove_prefix(1);
        answer.charset = charset.substr(0, charset.find_first_of("\"; "));
    }
    if (ascii_lower(field("transfer-encoding")).find("chunked") != std::string::npos) answer.body = without_chunks(answer.body);
    const std::string packing = ascii_lower(field("content-encoding"));
    if (packing.empty() || packing == "identity" || packing == "utf-8") return answer;
    if (packing.find("gzip") == std::string::npos && packing != "deflate") return std::nullopt;
    auto body = unpacked(answer.body);
    if (body) answer.body = std::move(*body);  // some archives keep the header of what they have unpacked
    if (!body && !answer.body.starts_with('<')) return std::nullopt;
    return answer;
}

}  // namespace entente::read
