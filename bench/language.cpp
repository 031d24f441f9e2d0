// SPDX-License-Identifier: Apache-2.0
// bench_language MODEL TEXT: time to open the model, and words a second from raw text to trees, one thread, for each
// set of kernels that this processor can run.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "core/io/input.hpp"
#include "extract/language/kernels.hpp"
#include "extract/language/language.hpp"

namespace {

template <class F>
double seconds(const F& f) {
    const auto start = std::chrono::steady_clock::now();
    f();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return fmt::print(stderr, "usage: bench_language MODEL TEXT\n"), 2;
    const std::string model = entente::io::Input(argv[1]).rest(), text = entente::io::Input(argv[2]).rest();
    fmt::print("opening the model: {:.0f} ms\n", 1000 * seconds([&] { const entente::Language opened(model); }));
    for (const entente::nn::Kernels& kernels : entente::nn::kernels()) {
        const entente::Language language(model, kernels);
        entente::Language::Scratch scratch;
        std::size_t words = 0;
        double best = 1e9;
        for (int round = 0; round < 3; ++round)
            best = std::min(best, seconds([&] {
                                words = 0;
                                for (const auto& s : language.analyse(text, scratch)) words += s.tokens.size();
                            }));
        fmt::print("{:12} {:9} words, {:8.0f} words/s\n", kernels.name, words, static_cast<double>(words) / best);
    }
}
