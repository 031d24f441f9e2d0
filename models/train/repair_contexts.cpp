// SPDX-License-Identifier: Apache-2.0
// Learns the weights of extract/repair/context.hpp from sound text: deletes strings from it, asks for every word that
// may have been another which one it was, and fits a log-linear model (AdaGrad, cross-entropy).
//
// usage: repair_contexts TEXTS MODELS     (TEXTS as repair_texts.py prints them; writes MODELS/repair.families,
// .weights)
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
#include "models/train/repair_families.hpp"

using namespace entente;
using namespace entente::repair;

namespace {

constexpr int k_rounds = 12, k_spelling_rounds = 16;
constexpr float k_unit = 16;     // of a weight in the file
constexpr double k_drop = 0.2;  // share of the features that an example goes without, so that none is relied on alone

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

/// Fitted by AdaGrad with a little decay.
class Weights {
public:
    explicit Weights(std::size_t size) : values_(size), squares_(size, 1e-6f) {}

    [[nodiscard]] float sum(std::span<const std::uint32_t> features) const {
        float out = 0;
        for (const auto f : features) out += values_[f & (values_.size() - 1)];
        return out;
    }

    void step(std::span<const std::uint32_t> features, float gradient, float rate) {
        if (std::abs(gradient) < 1e-3f) return;
        for (const auto f : features) {
            float& w = values_[f & (values_.size() - 1)];
            float& square = squares_[f & (values_.size() - 1)];
            square += gradient * gradient;
            w -= rate * (gradient / std::sqrt(square) + k_decay * w);
        }
    }

    [[nodiscard]] std::string bytes(float scale) const {
        std::string out;
        for (const float w : values_) out += static_cast<char>(std::lround(std::clamp(w * scale * k_unit, -127.0f, 127.0f)));
        return out;
    }

private:
    static constexpr float k_decay = 1e-4f;
    std::vector<float> values_, squares_;
};

class Trainer {
public:
    explicit Trainer(const WordList& words) : words_(words) {
        for (const auto& piece : words.pieces()) shares_.push_back(piece.share);
    }

    void learn(const std::string& document, const ContextModel& spelling) {
        const Damage damage = some_damage();
        const Damaged d = damaged(document, damage);
        std::map<std::uint32_t, repair::Token>
            sound;  // by their ends: the last byte of a word may be gone, its end is found by lower_bound
        for (const Paragraph& p : paragraphs(document))
            for (const repair::Token& t : p.tokens) sound.emplace(t.span.end, t);
        Options options(damage, words_, spelling);
        for (const Paragraph& paragraph : paragraphs(d.text)) {
            auto choices = options.of(d.text, paragraph);
            std::vector<const repair::Token*> was;
            for (const repair::Token& t : paragraph.tokens)
                was.push_back(&sound.upper_bound(d.from[t.span.begin])->second);
            // The repair knows what stands to the right after its first pass.
            if (std::bernoulli_distribution(0.6)(random_))
                for (std::size_t i = 0; i < choices.size(); ++i)
                    choices[i].likely = neighbour(was[i]->lower, paragraph.tokens[i], words_);
            Neighbour left1 = edge(), left2 = edge();
            for (std::size_t i = 0; i < choices.size(); ++i) {
                const repair::Token& token = paragraph.tokens[i];
                if (!choices[i].options.empty())
                    learn(place_of(d.text, paragraph, choices, i, left1, left2), choices[i].options, *was[i]);
                left2 = left1;
                left1 = neighbour(was[i]->lower, token, words_);
            }
        }
    }

    /// What the letters of words tell: every rarer word once, as if no list knew it, whether it lost something or not.
    void learn_spelling(const std::vector<std::string_view>& list) {
        constexpr std::size_t k_common = 5000;
        for (std::size_t k = k_common; k < list.size(); ++k) {
            const auto strings = some_damage().strings;
            const std::string& s = strings[k % strings.size()];
            const std::string damaged = without(std::string(list[k]), {s});
            if (damaged.size() < 4 || list[k].size() > damaged.size() + s.size()) continue;
            std::vector<std::array<std::uint32_t, k_spelling_features>> features;
            std::vector<float> score{0};
            std::size_t gold = 0;
            for (std::size_t at = 0; at <= damaged.size(); ++at) {
                features.push_back(spelling_features(damaged, at, s));
                score.push_back(spellings_.sum(features.back()));
                if (std::string(damaged).insert(at, s) == list[k]) gold = features.size();
            }
            const auto gradient = gradients(score, gold);
            for (std::size_t at = 0; at < features.size(); ++at) spellings_.step(features[at], gradient[at + 1], rate);
        }
    }

    /// The weights as the file has them.
    [[nodiscard]] std::string bytes() const { return contexts_.bytes(static_cast<float>(1 - k_drop)) + spellings_.bytes(1); }

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
        std::vector<std::vector<std::uint32_t>> features;
        std::vector<float> score;
        std::array<bool, k_context_features> kept{};
        for (bool& keep : kept) keep = !std::bernoulli_distribution(k_drop)(random_);
        for (std::size_t k = 0; k < options.size(); ++k) {
            const Guess& g = options[k].guess;
            const bool same_case = !g.front || g.capital == capital;
            if (options[k].candidate.word == was.core() && same_case) gold = k;
            const auto all = context_features(place, g);
            features.emplace_back();
            for (std::size_t f = 0; f < all.size(); ++f)
                if (kept[f]) features.back().push_back(all[f]);
            score.push_back(contexts_.sum(features.back()));
        }
        if (gold == options.size()) return;
        right += score[gold] == *std::ranges::max_element(score);
        const auto gradient = gradients(score, gold);
        loss -= std::log(std::max(gradient[gold] + 1, 1e-9f));
        ++examples;
        for (std::size_t k = 0; k < options.size(); ++k) contexts_.step(features[k], gradient[k], rate);
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

    const WordList& words_;
    Weights contexts_{ContextModel::k_contexts}, spellings_{ContextModel::k_spellings};
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

void write(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) return std::fputs("usage: repair_contexts TEXTS MODELS\n", stderr), 2;
    const std::string folder = arguments[2];
    auto texts = documents(arguments[1]);
    const Language language(model());
    const auto list = language.words_by_frequency();
    const std::string families = learned_families(language);
    write(folder + "/repair.families", vocabulary_name(language) + families);
    const WordList words(list, families);
    Trainer trainer(words);
    for (int round = 0; round < k_spelling_rounds; ++round) {
        trainer.rate = 0.2f * (1 - static_cast<float>(round) / k_spelling_rounds);
        trainer.learn_spelling(list);
    }
    const std::string learned = trainer.bytes();
    const ContextModel spelling(learned);
    std::mt19937_64 random{2};
    for (int round = 0; round < k_rounds; ++round) {
        std::ranges::shuffle(texts, random);
        trainer.loss = 0;
        trainer.examples = trainer.right = 0;
        trainer.rate = 0.2f * (1 - static_cast<float>(round) / k_rounds);
        for (const std::string& text : texts) trainer.learn(text, spelling);
        std::fprintf(stderr, "round %d: %zu examples, loss %.4f, right %.4f\n", round, trainer.examples,
                     trainer.loss / static_cast<double>(trainer.examples),
                     static_cast<double>(trainer.right) / static_cast<double>(trainer.examples));
        write(folder + "/repair.weights", trainer.bytes());
    }
}
