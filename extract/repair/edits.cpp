// SPDX-License-Identifier: Apache-2.0
#include "extract/repair/edits.hpp"

namespace entente::repair {

std::string edited(std::string_view text, const std::vector<Edit>& edits, SpanMap& map) {
    std::string out;
    SpanMap step;
    std::size_t done = 0;
    if (!edits.empty()) step.add(0, 0);  // so that what lies before the first edit is bounded by it
    for (const Edit& e : edits) {
        out.append(text.substr(done, e.span.begin - done)).append(e.text);
        done = e.span.end;
        step.add(static_cast<std::uint32_t>(out.size()), e.span.end);
    }
    out.append(text.substr(done));
    map.precede(std::move(step));
    return out;
}

}  // namespace entente::repair
