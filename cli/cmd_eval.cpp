// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <map>

#include "cli/commands.hpp"
#include "core/error.hpp"
#include "core/io/input.hpp"
#include "core/io/output.hpp"
#include "extract/evaluate.hpp"

namespace entente::cli {
namespace {

/// Calls `take` for each line that isn't blank; what it throws gets file and line.
template <class Take>
void each_line(const std::string& path, Take take) {
    io::Input input(path);
    std::string line;
    for (auto got = input.next_line(line); got != io::Input::Line::end; got = input.next_line(line)) {
        if (line.find_first_not_of(" \t") == std::string::npos) continue;
        try {
            if (got == io::Input::Line::too_long) throw InputError("the line is over 64 MiB");
            take(line);
        } catch (const InputError& e) {
            throw InputError(fmt::format("{}:{}: {}", path, input.line_number(), e.what()));
        }
    }
}

class Eval final : public Command {
public:
    void add_options(CLI::App& app) override {
        app.add_option("GOLD", gold_,
                       "annotated sentences, one JSON object a line: \"id\", \"text\" and \"relations\", a list of "
                       "{\"s\": [names], \"t\": TYPE, \"o\": [names]}; also \"alt\": [TYPE] as good types, \"sym\": true, "
                       "\"optional\": true (counts neither way)")
            ->required();
        app.add_option("PRED", predicted_, "triples as `entente extract` printed them for articles with these ids")->required();
        app.add_option("--errors", errors_, "show so many sentences with what is wrong and missed in them")->check(CLI::NonNegativeNumber);
        app.add_option("-f,--format", format_, "text or json")->check(CLI::IsMember({"text", "json"}));
        app.add_option("-o,--output", output_, "where the figures go (default: standard output)");
    }

    int run() override {
        std::vector<GoldSentence> gold;
        std::map<std::string, std::vector<Triple>> triples;
        each_line(gold_, [&](const std::string& line) {
            gold.push_back(gold_from_json(line));
            triples[gold.back().id];
        });
        each_line(predicted_, [&](const std::string& line) {
            Triple t = triple_from_json(line);
            const auto it = triples.find(t.doc);
            if (it == triples.end()) throw InputError(fmt::format("no sentence of {} has the id \"{}\"", gold_, t.doc));
            it->second.push_back(std::move(t));
        });
        io::Output out(output_);
        std::array<Score, 3> sum;
        for (const GoldSentence& g : gold) {
            const Comparison c = compare(g, triples[g.id]);
            for (std::size_t i = 0; i < sum.size(); ++i) {
                sum[i].right += c.scores[i].right;
                sum[i].wrong += c.scores[i].wrong;
                sum[i].missed += c.scores[i].missed;
            }
            if (format_ == "text" && errors_ > 0 && (!c.wrong.empty() || !c.missed.empty())) show(out, g, c);
        }
        print(out, sum);
        out.close();
        return sum[0].right > 0 ? Exit::done : Exit::nothing;
    }

private:
    void show(io::Output& out, const GoldSentence& g, const Comparison& c) {
        --errors_;
        out.write(fmt::format("{}: {}\n", g.id, g.text));
        for (const std::string& w : c.wrong) out.write(fmt::format("  wrong:  {}\n", w));
        for (const std::string& m : c.missed) out.write(fmt::format("  missed: {}\n", m));
    }

    void print(io::Output& out, const std::array<Score, 3>& sum) const {
        std::string json;
        for (const Agreement a : k_agreements) {
            const Score& s = sum[static_cast<std::size_t>(a)];
            if (format_ == "json")
                json += fmt::format("{}\"{}\":{{\"precision\":{:.4f},\"recall\":{:.4f},\"f1\":{:.4f},\"right\":{},\"wrong\":{},\"missed\":{}}}",
                                    json.empty() ? "" : ",", name(a), s.precision(), s.recall(), s.f1(), s.right, s.wrong, s.missed);
            else
                out.write(fmt::format("{:<5} precision {:.3f}  recall {:.3f}  F1 {:.3f}  ({} right, {} wrong, {} missed)\n", name(a),
                                      s.precision(), s.recall(), s.f1(), s.right, s.wrong, s.missed));
        }
        if (format_ == "json") out.write("{" + json + "}\n");
    }

    std::string gold_;
    std::string predicted_;
    std::string format_ = "text";
    std::string output_ = "-";
    int errors_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_eval() { return std::make_unique<Eval>(); }

}  // namespace entente::cli
