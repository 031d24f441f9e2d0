// SPDX-License-Identifier: Apache-2.0
// Learns the weights of extract/repair/context.hpp from sound text: deletes strings from it, asks for every word that
// may have been another which one it was, and fits a log-linear model (AdaGrad, cross-entropy).
//
// usage: repair_contexts TEXTS WEIGHTS     (TEXTS as repair_texts.py prints them)
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "extract/embedded.hpp"
#include "extract/knowledge.hpp"
#include "extract/repair/options.hpp"

using namespace entente;
using namespace entente::repair;

namespace {

constexpr std::size_t k_weights = 1u << 21;
constexpr int k_rounds = 6;
constexpr float k_unit = 16;  // of a weight in the file

/// A text after damage, and where its bytes had been.
struct Damaged {
    std::string text;
    std::vector<std::uint32_t> from;
};

void delete_all(Damaged& d, const std::string& what) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < d.text.size();) {
        if (d.text.compare(i, what.size(), what) == 0) {
            i += what.size();
            continue;
        }
        d.text[kept] = d.text[i];
        d.from[kept++] = d.from[i++];
    }
    d.text.resize(kept);
    d.from.resize(kept);
}

Damaged damaged(const std::string& text, const Damage& damage) {
    Damaged out{text, {}};
    for (std::size_t i = 0; i < text.size(); ++i) out.from.push_back(static_cast<std::uint32_t>(i));
    for (std::size_t k = 0; k < damage.strings.size(); ++k) {
        std::string s = damage.strings[k];
        delete_all(out, s);
        s[0] = static_cast<char>(s[0] - 'a' + 'A');
        if (damage.capitals[k]) delete_all(out, s);
    }
    return out;
}

class Trainer {
public:
    explicit Trainer(const WordList& words) : words_(words), weights_(k_weights), squares_(k_weights, 1e-6f) {
        for (const auto& piece : words.pieces()) shares_.push_back(piece.share);
    }

    void learn(const std::string& document) {
        const Damage damage = some_damage();
        const Damaged d = damaged(document, damage);
        std::map<std::uint32_t, repair::Token> sound;  // by their ends: the last byte of a word may be gone, its end is found by lower_bound
        for (const Paragraph& p : paragraphs(document))
            for (const repair::Token& t : p.tokens) sound.emplace(t.span.end, t);
        Options options(damage, words_);
        for (const Paragraph& paragraph : paragraphs(d.text)) {
            const auto choices = options.of(d.text, paragraph);
            Neighbour left1 = edge(), left2 = edge();
            for (std::size_t i = 0; i < choices.size(); ++i) {
                const repair::Token& token = paragraph.tokens[i];
                const repair::Token& was = sound.upper_bound(d.from[token.span.begin])->second;
                if (!choices[i].options.empty())
                    learn(place_of(d.text, paragraph, choices, i, left1, left2), choices[i].options, was);
                left2 = left1;
                left1 = neighbour(was.lower, token);
            }
        }
    }

    /// What the letters of words tell: every rare word once, as if no list knew it.
    void learn_spelling(const std::vector<std::string_view>& list) {
        constexpr std::size_t k_common = 5000;
        for (std::size_t k = k_common; k < list.size(); ++k) {
            const std::string s = some_damage().strings.back();
            const std::string damaged = without(std::string(list[k]), {s});
            if (damaged.size() < 4 || list[k].size() > damaged.size() + s.size() || words_.rank(damaged))
                continue;
            std::vector<std::array<std::uint32_t, k_spelling_features>> features;
            std::vector<float> score{0};
            std::size_t gold = 0;
            for (std::size_t at = 0; at <= damaged.size(); ++at) {
                features.push_back(spelling_features(damaged, at, s));
                score.push_back(sum(features.back()));
                if (std::string(damaged).insert(at, s) == list[k]) gold = features.size();
            }
            const auto gradient = gradients(score, gold);
            for (std::size_t at = 0; at < features.size(); ++at) step(features[at], gradient[at + 1]);
        }
    }

    void write(const char* path) const {
        std::ofstream out(path, std::ios::binary);
        for (const float w : weights_)
            out.put(static_cast<char>(std::lround(std::clamp(w * k_unit, -127.0f, 127.0f))));
    }
    double loss = 0;
    std::size_t examples = 0, right = 0;
    float rate = 0.2f;

private:
    /// What the mission's article lost, half the time; else any common string.
    Damage some_damage() {
        const double u = std::uniform_real_distribution<>(0, 1)(random_);
        if (u < 0.2) return {{"the", "ad"}, {true, false}};
        if (u < 0.3) return {{"the"}, {true}};
        if (u < 0.4) return {{"ad"}, {false}};
        if (u < 0.6) return {{"in"}, {false}};
        std::discrete_distribution<std::size_t> pick(shares_.begin(), shares_.end());
        return {{words_.pieces()[pick(random_)].text}, {u < 0.7}};
    }

    void learn(const Place& place, const std::vector<Option>& options, const repair::Token& was) {
        const bool capital = was.shape != repair::Token::Shape::lower;
        std::size_t gold = options.size();
        std::vector<std::array<std::uint32_t, k_context_features>> features;
        std::vector<float> score;
        for (std::size_t k = 0; k < options.size(); ++k) {
            const Guess& g = options[k].guess;
            const bool same_case = !g.front || g.capital == capital;
            if (options[k].candidate.word == was.core() && same_case) gold = k;
            features.push_back(context_features(place, g));
            score.push_back(sum(features.back()));
        }
        if (gold == options.size()) return;
        right += score[gold] == *std::ranges::max_element(score);
        const auto gradient = gradients(score, gold);
        loss -= std::log(gradient[gold] + 1);
        ++examples;
        for (std::size_t k = 0; k < options.size(); ++k) step(features[k], gradient[k]);
    }

    [[nodiscard]] float sum(std::span<const std::uint32_t> features) const {
        float out = 0;
        for (const auto f : features) out += weights_[f % k_weights];
        return out;
    }

    /// Of the cross-entropy: probability of each, less one for the right one.
    static std::vector<float> gradients(std::vector<float> score, std::size_t gold) {
        const float most = *std::ranges::max_element(score);
        float total = 0;
        for (float& s : score) total += s = std::exp(s - most);
        for (float& s : score) s /= total;
        score[gold] -= 1;
        return score;
    }

    void step(std::span<const std::uint32_t> features, float gradient) {
        if (std::abs(gradient) < 1e-3f) return;
        for (const auto f : features) {
            float& w = weights_[f % k_weights];
            float& square = squares_[f % k_weights];
            square += gradient * gradient;
            w -= rate * (gradient / std::sqrt(square) + k_decay * w);
        }
    }

    static constexpr float k_decay = 1e-4f;
    const WordList& words_;
    std::vector<float> weights_, squares_;
    std::vector<double> shares_;
    std::mt19937_64 random_{1};
};

std::vector<std::string> documents(const char* path) {
    std::ifstream file(path, std::ios::binary);
    std::vector<std::string> out(1);
    for (std::string line; std::getline(file, line);) {
        if (line == "\f")
            out.emplace_back();
        else
            out.back() += line + "\n";
    }
    return out;
}

std::string_view model() {
    const auto files = embedded_files();
    return std::ranges::find(files, "models/en.model", &EmbeddedFile::path)->bytes;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) return std::fputs("usage: repair_contexts TEXTS WEIGHTS\n", stderr), 2;
    auto texts = documents(arguments[1]);
    const auto known = known_words(Language(model()));
    const std::vector<std::string_view> list(known.begin(), known.end());
    const WordList words(list);
    Trainer trainer(words);
    std::mt19937_64 random{2};
    for (int round = 0; round < k_rounds; ++round) {
        std::ranges::shuffle(texts, random);
        trainer.loss = 0;
        trainer.examples = trainer.right = 0;
        trainer.rate = 0.2f * (1 - static_cast<float>(round) / k_rounds);
        for (const std::string& text : texts) trainer.learn(text);
        for (int again = 0; again < 4; ++again) trainer.learn_spelling(list);
        std::fprintf(stderr, "round %d: %zu examples, loss %.4f, right %.4f\n", round, trainer.examples,
                     trainer.loss / static_cast<double>(trainer.examples),
                     static_cast<double>(trainer.right) / static_cast<double>(trainer.examples));
        trainer.write(arguments[2]);
    }
}
