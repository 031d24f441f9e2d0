// SPDX-License-Identifier: Apache-2.0
#include "extract/repair/repair.hpp"

#include <algorithm>

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

}  // namespace

CleanText clean(std::string_view original, const WordList& words) {
    CleanText out;
    out.text = std::string(original);
    blank(out);
    const auto paragraphs = repair::paragraphs(out.text);
    out.deleted = repair::find_deletions(out.text, paragraphs, words);
    put_back(out, repair::restore(out.text, paragraphs, out.deleted, words));
    std::ranges::stable_sort(out.report, {}, [](const Repair& r) { return r.original.begin; });
    return out;
}

}  // namespace entente
