// SPDX-License-Identifier: Apache-2.0
// entente parse: text → words, tags, trees and names as CoNLL-U or NDJSON.
#include <CLI/CLI.hpp>
#include <string>

#include "cli/command.hpp"
#include "core/error.hpp"
#include "core/io/input.hpp"
#include "core/io/output.hpp"
#include "core/io/utf8.hpp"
#include "extract/embedded.hpp"
#include "extract/language/agreement.hpp"
#include "extract/language/conllu.hpp"
#include "extract/language/language.hpp"
#include "extract/language/sentence_json.hpp"

namespace entente::cli {
namespace {

class Parse : public Command {
public:
    void add_options(CLI::App& app) override {
        app.add_option("INPUT", input_, "plain text, or CoNLL-U with --conllu; '-' is standard input")
            ->type_name("FILE");
        app.add_option("-f,--format", format_, "output format: conllu or ndjson (an object a sentence)")
            ->type_name("FORMAT");
        app.add_flag("--conllu", gold_, "INPUT is CoNLL-U: keep its words and sentences, replace tags and trees");
        app.add_option("-o,--output", output_, "where to write; '-' is standard output")->type_name("FILE");
        app.add_option("--model", model_, "another model than the built-in one")->type_name("FILE");
    }

    int run() override {
        if (format_ != "conllu" && format_ != "ndjson")
            throw UsageError("parse: unknown format '" + format_ + "'; there are: conllu, ndjson");
        const std::string model = model_.empty() ? std::string() : io::Input(model_).rest();
        const Language language(model_.empty() ? built_in() : std::string_view(model));
        std::string bytes = io::Input(input_).rest();
        utf8::make_valid(bytes);
        Language::Scratch scratch;
        io::Output out(output_);
        if (gold_) {
            ConlluText given = from_conllu(bytes);
            language.parse(given.sentences, scratch);
            for (std::size_t i = 0; i < given.documents.size(); ++i) nn::agree_on_kinds(given.document(i));
            out.write(written(given.sentences, given.text));
        } else {
            out.write(written(language.analyse(bytes, scratch), bytes));
        }
        out.close();
        return Exit::done;
    }

private:
    std::string written(const std::vector<Sentence>& sentences, std::string_view text) const {
        return format_ == "ndjson" ? to_ndjson(sentences, text) : to_conllu(sentences, text);
    }

    static std::string_view built_in() {
        for (const EmbeddedFile& file : embedded_files())
            if (file.path.ends_with(".model")) return file.bytes;
        throw InputError("parse: this program was built without a model; give one with --model FILE");
    }

    std::string input_ = "-";
    std::string format_ = "conllu";
    std::string output_ = "-";
    std::string model_;
    bool gold_ = false;
};

}  // namespace

std::unique_ptr<Command> make_parse() { return std::make_unique<Parse>(); }

}  // namespace entente::cli
