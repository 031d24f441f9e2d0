// SPDX-License-Identifier: Apache-2.0
#include "extract/language/boundaries.hpp"

#include <algorithm>
#include <initializer_list>

#include "extract/language/chars.hpp"
#include "extract/language/features.hpp"

namespace entente::nn {
namespace {

constexpr std::size_t k_shape = 6;  ///< bytes of a shape that count

bool may_end(std::string_view w) {
    const char c = w.back();
    return c == '.' || c == '!' || c == '?' || c == ':' || w == "\xE2\x80\xA6";
}

bool quotes(std::string_view w) { return w == "\"" || w == "\xE2\x80\x9C" || w == "\xE2\x80\x9D"; }

bool plain(std::string_view w, char32_t c) { return !w.empty() && is_alnum(c); }

}  // namespace

BoundaryFeatures::BoundaryFeatures(std::string_view text, const std::vector<Piece>& pieces,
                                   const StringTable& vocabulary)
    : text_(text), pieces_(pieces), vocabulary_(vocabulary) {
    const std::size_t n = pieces.size();
    since_.resize(n + 1);
    until_.resize(n + 1);
    quoted_.resize(n + 1);
    const auto paragraph = [&](std::size_t i) {  // whether one begins before word i
        const Span gap{pieces[i - 1].span.end, pieces[i].span.begin};
        return std::ranges::count(gap.of(text), '\n') > 1;
    };
    for (std::size_t i = 1; i < n; ++i) {
        const bool fresh = paragraph(i);
        since_[i] = fresh ? 0 : may_end(word(i - 1)) && i > 1 ? 1 : since_[i - 1] + 1;
        quoted_[i] = !fresh && quoted_[i - 1] != quotes(word(i - 1));
    }
    for (std::size_t i = n; i-- > 1;)
        until_[i] = may_end(word(i)) || i + 1 == n || paragraph(i + 1) ? 1 : until_[i + 1] + 1;
}

bool BoundaryFeatures::candidate(std::size_t i) const {
    if (pieces_[i].joined) return false;
    const char32_t next = char_at(word(i), 0);
    const std::string_view w = word(i - 1);
    return !(is_letter(next) && is_lower(next) && plain(w, char_before(text_, pieces_[i - 1].span.end)));
}

void BoundaryFeatures::set(std::int64_t i, Word& out) const {
    out = {};
    if (i < 0 || i >= static_cast<std::int64_t>(pieces_.size())) return;
    const std::string norm = normalise(word(static_cast<std::size_t>(i)));
    out.low = lower(norm);
    out.shape = shape(norm).substr(0, k_shape);
    out.rank = nn::rank(vocabulary_.find(out.low));
}

/// Words to the neighbouring mark, roughly.
char BoundaryFeatures::distance(std::size_t i, bool before) const {
    const std::uint32_t n = before ? since_[i] : until_[i];
    return n < 4 ? static_cast<char>('0' + n) : n < 7 ? '5' : n < 13 ? '6' : n < 26 ? '7' : '8';
}

void BoundaryFeatures::find(std::size_t i, bool rule, std::vector<std::uint32_t>& out) {
    const auto at = static_cast<std::int64_t>(i);
    set(at - 2, before2_);
    set(at - 1, before_);
    set(at, after_);
    set(at + 1, after2_);
    const auto glue = [&](std::size_t k) { return k > 0 && pieces_[k].span.begin == pieces_[k - 1].span.end; };
    const char r = rule ? 'Y' : 'N';
    const char open = quoted_[i] ? 'q' : '-';
    const char since = distance(i, true), until = distance(i, false);
    const char gaps[] = {glue(i) ? 'g' : '-', i > 1 && glue(i - 1) ? 'g' : '-',
                         i + 1 < pieces_.size() && glue(i + 1) ? 'g' : '-', '\0'};
    const std::string_view g(gaps, 3);
    const auto one = [](const char& c) { return std::string_view(&c, 1); };
    FeatureWriter f(out);
    f.add({one(r)});
    f.add({one(r), before_.low});
    f.add({one(r), after_.low});
    f.add({one(r), before_.shape, after_.shape});
    f.add({before_.low, after_.low});
    f.add({before_.low, after_.shape, after2_.shape});
    f.add({before2_.low, before_.low});
    f.add({before2_.shape, before_.shape, after_.shape});
    f.add({before2_.low, before_.low, after_.shape});
    f.add({before_.low, g, after_.shape, one(after_.rank)});
    f.add({before_.shape, after_.low, g.substr(0, 1)});
    f.add({after_.low, after2_.low});
    f.add({after_.low, after_.shape, one(after2_.rank)});
    f.add({after_.shape, after2_.shape, one(since)});
    f.add({before_.shape, one(since), one(until)});
    f.add({one(since), before_.low, after_.shape});
    f.add({one(until), before_.low, after_.shape});
    f.add({one(r), one(open), before_.low, after_.low});
    f.add({one(open), before_.shape, after_.shape});
    f.add({one(before_.rank), one(after_.rank), before_.shape, after_.shape});
    f.add({one(before_.rank), one(after_.rank), one(after2_.rank), one(since), one(until)});
    f.add({one(r), g, before_.low, after_.low.substr(0, 1)});
    f.add({one(r), before2_.low, after_.low});
    f.add({one(r), one(until), after_.shape, after_.low});
}

Boundaries::Boundaries(const ModelFile& model)
    : weights_(model.floats("ends", k_places)),
      vocabulary_(model.strings("vectors.strings")) {}

}  // namespace entente::nn
