// SPDX-License-Identifier: Apache-2.0
#include "graph/detail.hpp"

#include "core/error.hpp"

namespace entente {
namespace {

/// Seven bits a byte, the lowest first; the highest bit says that more follow.
void put(std::string& out, std::uint32_t value) {
    for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
    out += static_cast<char>(value);
}

void put(std::string& out, std::string_view text) {
    put(out, static_cast<std::uint32_t>(text.size()));
    out += text;
}

void put(std::string& out, Span span) {
    put(out, span.begin);
    put(out, span.end);
}

class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

    std::uint32_t number() {
        if (!rest_.empty() && static_cast<unsigned char>(rest_.front()) < 0x80) {  // nearly always
            const auto value = static_cast<std::uint32_t>(rest_.front());
            rest_.remove_prefix(1);
            return value;
        }
        return long_number();
    }
    std::string_view text() { return take(number()); }
    Span span() {
        const std::uint32_t begin = number();
        return {begin, number()};
    }
    [[nodiscard]] bool more() const { return !rest_.empty(); }
    void end() const {
        if (!rest_.empty()) damaged();
    }

private:
    std::uint32_t long_number() {
        std::uint32_t value = 0;
        for (unsigned shift = 0; shift < 35; shift += 7) {
            const auto byte = static_cast<unsigned char>(take(1)[0]);
            value |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
            if (byte < 0x80) return value;
        }
        damaged();
    }
    [[noreturn]] static void damaged() { throw InputError("a row of \"evidence\" is damaged: build the store anew"); }
    std::string_view take(std::size_t size) {
        if (size > rest_.size()) damaged();
        const auto out = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return out;
    }
    std::string_view rest_;
};

}  // namespace

void append_detail(std::string& out, const Observation& o) {
    put(out, o.sentence_index);
    put(out, o.span);
    put(out, o.phrase_span);
    for (const Party* p : {&o.subject, &o.object}) {
        put(out, p->text);
        put(out, p->role);
        put(out, p->span);
    }
    for (const auto text : {o.lemma, o.cameo, o.rule, o.args, o.said.text, o.said.id, o.said.label, o.said.verb})
        put(out, text);
    if (!o.said.via.empty()) put(out, o.said.via);
}

void read_detail(std::string_view bytes, Observation& o) {
    Unpacker in(bytes);
    o.sentence_index = in.number();
    o.span = in.span();
    o.phrase_span = in.span();
    for (Party* p : {&o.subject, &o.object}) {
        p->text = in.text();
        p->role = in.text();
        p->span = in.span();
    }
    for (auto* text : {&o.lemma, &o.cameo, &o.rule, &o.args, &o.said.text, &o.said.id, &o.said.label, &o.said.verb})
        *text = in.text();
    if (in.more()) o.said.via = in.text();
    in.end();
}

std::uint8_t flags_of(const Observation& o) {
    return static_cast<std::uint8_t>(static_cast<unsigned>(o.polarity) | static_cast<unsigned>(o.status) << 1 |
                                     unsigned{o.mutual} << 3 | unsigned{o.swapped} << 4);
}

void set_flags(Observation& o, std::uint8_t flags) {
    o.polarity = static_cast<Polarity>(flags & 1);
    o.status = static_cast<Status>((flags >> 1) & 3);
    o.mutual = (flags & 8) != 0;
    o.swapped = (flags & 16) != 0;
}

}  // namespace entente
