// SPDX-License-Identifier: Apache-2.0
#include "extract/repair/repair.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "extract/repair/detect.hpp"
#include "extract/repair/edits.hpp"
#include "extract/repair/encoding.hpp"
#include "extract/repair/hyphens.hpp"
#include "extract/repair/layout.hpp"
#include "extract/repair/restore.hpp"
#include "extract/repair/stops.hpp"

namespace entente {
namespace {

/// Makes the edits and reports them one by one. False where there are none.
bool edit(CleanText& out, const std::vector<repair::Edit>& edits) {
    for (const repair::Edit& e : edits)
        out.report.push_back(
            {out.map.to_original(e.span), std::string(e.what), std::string(e.span.of(out.text)), e.text});
    out.text = repair::edited(out.text, edits, out.map);
    return !edits.empty();
}

/// A text may have been misread more than once; each place is reported once.
void undo_misreadings(CleanText& out, std::string_view original) {
    constexpr int k_readings = 3;
    for (int i = 0; i < k_readings && edit(out, repair::misread_characters(out.text)); ++i) {
    }
    std::ranges::sort(out.report, [](const Repair& a, const Repair& b) {
        return std::pair(a.original.begin, b.original.end) < std::pair(b.original.begin, a.original.end);
    });
    const auto within = [](const Repair& a, const Repair& b) { return a.original.contains(b.original); };
    const auto rest = std::ranges::unique(out.report, within);
    out.report.erase(rest.begin(), rest.end());
    for (Repair& r : out.report) r.before = r.original.of(original);
}

void put_back(CleanText& out, const std::vector<repair::Restoration>& restorations) {
    std::vector<repair::Edit> edits;
    for (const repair::Restoration& r : restorations) {
        for (const repair::Insertion& i : r.insertions) edits.push_back({{i.at, i.at}, i.text, "restored"});
        out.report.push_back({out.map.to_original(r.span), "restored", r.before, r.after});
    }
    out.text = repair::edited(out.text, edits, out.map);
}

/// Of the paragraphs that were damaged: those without any of the deleted strings, from the first one on that shows
/// damage. A sound headline before it is left alone.
std::vector<repair::Restoration> restorations(std::string_view text, const std::vector<repair::Paragraph>& paragraphs,
                                              const repair::Damage& damage, const RepairKnowledge& knowledge) {
    constexpr int k_clear = 3 * 16;  // nats
    std::vector<repair::Restoration> out;
    repair::Options options(damage, knowledge.words, knowledge.context);
    bool begun = false;
    for (const repair::Paragraph& p : paragraphs) {
        if (std::ranges::any_of(damage.strings, [&](const std::string& s) { return repair::holds(text, p, s); }))
            continue;
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
    undo_misreadings(out, original);
    edit(out, repair::divided_words(out.text, knowledge.words));
    edit(out, repair::lost_blanks(out.text, knowledge.words));
    edit(out, repair::layout_lines(out.text));
    const auto paragraphs = repair::paragraphs(out.text);
    const repair::Damage damage = repair::find_damage(out.text, paragraphs, knowledge.words, knowledge.context);
    out.deleted = damage.strings;
    if (!damage.strings.empty()) put_back(out, restorations(out.text, paragraphs, damage, knowledge));
    std::ranges::stable_sort(out.report, {}, [](const Repair& r) { return r.original.begin; });
    return out;
}

}  // namespace entente
