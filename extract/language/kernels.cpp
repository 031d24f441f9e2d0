// SPDX-License-Identifier: Apache-2.0
#include "extract/language/kernels.hpp"

#include <vector>

namespace entente::nn {
namespace {

std::vector<Kernels> usable() {
    std::vector<Kernels> out;
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq"))
        out.push_back(k_vnni);
    if (__builtin_cpu_supports("avx2")) out.push_back(k_avx2);
#endif
    out.push_back(k_plain);
    return out;
}

}  // namespace

std::span<const Kernels> kernels() {
    static const std::vector<Kernels> found = usable();
    return found;
}

}  // namespace entente::nn
