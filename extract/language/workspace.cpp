// SPDX-License-Identifier: Apache-2.0
#include "extract/language/workspace.hpp"

namespace entente::nn {

FormCache::Place FormCache::find(std::string_view form, std::uint32_t hash) {
    if (forms_.empty()) {
        forms_.resize(k_places);
        rows_.resize(k_places * width_);
    }
    const std::size_t at = (hash ^ hash >> 16) % k_places;
    float* row = rows_.data() + at * width_;
    if (forms_[at] == form) return {row, true};
    forms_[at] = form;
    return {row, false};
}

}  // namespace entente::nn
