// SPDX-License-Identifier: Apache-2.0
#include "extract/repair/repair.hpp"

#include <algorithm>
#include <iterator>

#include "extract/repair/detect.hpp"
#include "extract/repair/layout.hpp"
#include "extract/repair/restore.hpp"

namespace entente {
namespace {

void blank(CleanText& out) {
    for (const repair::Blank& b : repair::find_blanks(out.text)) {
        std::fill(out.text.begin() + b.span.begin, out.text.begin() + b.span.end, ' ');
        out.report.push_back({b.span, std::string(b.why), "", ""});
    }
}

void put_back(CleanText& out, const std::vector<repair::Restoration>& restorations) {
    const std::string from = std::move(out.text);
    out.text.clear();
    std::uint32_t done = 0;
    if (!restorations.empty()) out.map.add(0, 0);  // so that what lies before the first insertion is bounded by it
    for (const repair::Restoration& r : restorations) {
        for (const repair::Insertion& insertion : r.insertions) {
            out.text.append(from, done, insertion.at - done).append(insertion.text);
            done = insertion.at;
            out.map.add(static_cast<std::uint32_t>(out.text.size()), done);
        }
        out.report.push_back({r.span, "restored", r.before, r.after});
    }
    out.text.append(from, done);
}

/// Of the paragraphs that were damaged: those without any of the deleted strings, from the first one on that shows
/// damage. A sound headline before it is left alone.
std::vector<repair::Restoration> restorations(std::string_view text, const std::vector<repair::Paragraph>& paragraphs,
                                              const repair::Damage& damage, const RepairKnowledge& knowledge) {
    constexpr int k_clear = 3 * 16;  // nats
    std::vector<repair::Restoration> out;
    repair::Options options(damage, knowledge.words);
    bool begun = false;
    for (const repair::Paragraph& p : paragraphs) {
        if (std::ranges::any_of(damage.strings, [&](const std::string& s) { return repair::holds(text, p, s); })) continue;
        auto found = repair::restore(text, p, damage, options, knowledge.context);
        begun = begun || std::ranges::any_of(found, [](const auto& r) { return r.gain >= k_clear; });
        if (begun) out.insert(out.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    }
    return out;
}

}  // namespace

CleanText clean(std::string_view original, const RepairKnowledge& knowledge) {
    CleanText out;
    out.text = std::string(original);
    blank(out);
    const auto paragraphs = repair::paragraphs(out.text);
    const repair::Damage damage = repair::find_damage(out.text, paragraphs, knowledge.words, knowledge.context);
    out.deleted = damage.strings;
    if (!damage.strings.empty()) put_back(out, restorations(out.text, paragraphs, damage, knowledge));
    std::ranges::stable_sort(out.report, {}, [](const Repair& r) { return r.original.begin; });
    return out;
}

}  // namespace entente
