// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/lint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "core/error.hpp"
#include "core/io/tsv.hpp"
#include "core/words.hpp"
#include "extract/relate/lexicon.hpp"

namespace entente {
namespace {

constexpr std::string_view k_slots = "obj iobj xsubj subj purpose goal condition employer mod poss amod";
constexpr std::string_view k_prepositions =
    "about above accord across after against ahead along alongside amid among around as at away before behind below beneath beside besides "
    "between beyond by concerning despite down due during except for from in including inside into like near next of off on onto opposite out "
    "outside over past per regarding round since than through throughout to toward towards under until up upon versus via with within without";

bool listed(std::string_view words, std::string_view word) {
    for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
        const bool begins = at == 0 || words[at - 1] == ' ';
        const bool ends = at + word.size() == words.size() || words[at + word.size()] == ' ';
        if (begins && ends) return true;
    }
    return false;
}

/// The key column of each table, which also tells it from the others.
struct Table {
    std::string_view key;
    void (Lexicon::*load)(std::string_view, std::string_view);
};
constexpr Table k_tables[] = {{"predicate", &Lexicon::add_verbs},
                              {"noun", &Lexicon::add_nouns},
                              {"adjective", &Lexicon::add_adjectives},
                              {"lemma", &Lexicon::add_operators},
                              {"operator", &Lexicon::add_compositions},
                              {"word", &Lexicon::add_words}};

const Table* table_of(std::string_view text) {
    while (text.starts_with('#')) {
        const auto end = text.find('\n');
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    const std::string_view first = text.substr(0, text.find_first_of("\t\n"));
    const auto it = std::ranges::find(k_tables, first, &Table::key);
    return it == std::end(k_tables) ? nullptr : it;
}

/// What rows may refer to.
struct Names {
    std::set<std::string, std::less<>> classes;
    std::set<std::string, std::less<>> operators;

    void collect(const LexiconFile& file) {
        const Table* table = table_of(file.text);
        if (!table) return;
        io::read_tsv(file.path, file.text, [&](const io::TsvRow& row) {
            if (table->key == "noun")
                for (const std::string_view c : io::split_list(row["classes"])) classes.emplace(c);
            if (table->key == "operator") operators.emplace(row["operator"]);
        });
    }
};

class Linter {
public:
    Linter(const Names& names, const Cameo& codes, Diagnostics& out) : names_(names), codes_(codes), out_(out) {}

    void check(const LexiconFile& file) {
        file_ = &file;
        seen_.clear();
        table_ = table_of(file.text);
        if (!table_) {
            add(0, "no table of the lexicon: its first column is none of predicate, noun, adjective, lemma, operator, word");
            return;
        }
        try {
            Lexicon lexicon;
            (lexicon.*table_->load)(file.path, file.text);
            io::read_tsv(file.path, file.text, [&](const io::TsvRow& row) { check_row(row); });
        } catch (const InputError& e) {
            out_.push_back({Severity::Warning, "", 0, e.what()});  // it names file and line itself
        }
    }

private:
    void add(std::uint64_t line, std::string message) { out_.push_back({Severity::Warning, file_->path, line, std::move(message)}); }

    void check_row(const io::TsvRow& row) {
        for (const std::string_view key : io::split_list(row[table_->key])) {
            if (ascii_lower(key) != key && table_->key != "operator") add(row.line(), fmt::format("\"{}\": lemmas are written in lower case", key));
            check_repeated(row, key);
        }
        if (const std::string_view code = row["cameo"]; !code.empty() && code != "=" && !codes_.knows(code))
            add(row.line(), fmt::format("the ontology has no code {}", code));
        for (const std::string_view object : io::split_list(row["object"]))
            if (object.starts_with('@') && !names_.classes.contains(object.substr(1)))
                add(row.line(), fmt::format("no noun is in the class {}", object));
        for (const std::string_view flag : io::split_list(row["flags"], ','))
            if (flag.starts_with('@') && !names_.classes.contains(flag.substr(1))) add(row.line(), fmt::format("no noun is in the class {}", flag));
        for (const char* column : {"target", "source"})
            for (const std::string_view slot : io::split_list(row[column]))
                if (!listed(k_slots, slot) && !listed(k_prepositions, slot))
                    add(row.line(), fmt::format("\"{}\" is no slot: obj, iobj, xsubj, subj, purpose, goal, condition, employer, mod, poss, amod or a preposition", slot));
        if (table_->key == "lemma" && !names_.operators.contains(row["operator"]))
            add(row.line(), fmt::format("composition.tsv has no row for the operator {}", row["operator"]));
        const bool mutual = row["flags"].find("sym") != std::string_view::npos;
        if (table_->key == "predicate" && !row["type"].empty() && row["target"].empty() && !mutual)
            add(row.line(), "a relation without a target can never be found");
    }

    void check_repeated(const io::TsvRow& row, std::string_view key) {
        if (table_->key == "word") return check_once(row, fmt::format("{}|{}", key, row["list"]));
        if (table_->key == "operator") return check_once(row, fmt::format("{}|{}", key, row["base"]));
        if (table_->key == "lemma") return check_once(row, fmt::format("{}|{}", key, row["pos"]));
        for (const std::string_view word : io::split_list(key))
            if (table_->key == "noun" && row["flags"].find('@') != std::string_view::npos) check_once(row, fmt::format("{}|{}", word, row["flags"]));
            else check_once(row, table_->key == "predicate" ? fmt::format("{}|{}|{}|{}", word, row["object"], row["target"], row["flags"]) : std::string(word));
    }

    void check_once(const io::TsvRow& row, const std::string& what) {
        const auto [it, fresh] = seen_.emplace(what, row.line());
        if (!fresh) add(row.line(), fmt::format("\"{}\" stands in line {} already", what.substr(0, what.find('|')), it->second));
    }

    const Names& names_;
    const Cameo& codes_;
    Diagnostics& out_;
    const LexiconFile* file_ = nullptr;
    const Table* table_ = nullptr;
    std::map<std::string, std::uint64_t> seen_;  ///< what was said in which line
};

}  // namespace

Diagnostics lint_lexicon(std::span<const LexiconFile> files, std::span<const LexiconFile> context, const Cameo& codes) {
    Diagnostics out;
    Names names;
    for (const auto& list : {files, context})
        for (const LexiconFile& file : list) {
            try {
                names.collect(file);
            } catch (const InputError&) {
                continue;  // check() says what is wrong
            }
        }
    Linter linter(names, codes, out);
    for (const LexiconFile& file : files) linter.check(file);
    return out;
}

}  // namespace entente
