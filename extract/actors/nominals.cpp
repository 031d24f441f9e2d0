// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/nominals.hpp"

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/io/tsv.hpp"
#include "extract/actors/table.hpp"

namespace entente {
namespace {

std::vector<Kind> kinds_of(std::string_view cell) {
    std::vector<Kind> kinds;
    for (const std::string_view part : io::split_list(cell)) {
        const auto kind = parse_kind(part);
        if (!kind) throw InputError(fmt::format("unknown kind \"{}\"", part));
        kinds.push_back(*kind);
    }
    return kinds;
}

}  // namespace

void Nominals::add_nominals(std::string_view file, std::string_view text) {
    io::read_tsv(file, text, [&](const io::TsvRow& row) {
        for (const std::string_view noun : io::split_list(row["noun"]))
            nominals_[std::string(noun)] = {kinds_of(row["kinds"]), kinds_of(row["pair"]), std::string(row["role"])};
    });
}

void Nominals::add_titles(std::string_view file, std::string_view text) {
    io::read_tsv(file, text, [&](const io::TsvRow& row) {
        for (const std::string_view phrase : io::split_list(row["phrase"])) {
            auto& offices = offices_[std::string(phrase)];
            offices.clear();
            for (const std::string_view office : io::split_list(row["offices"])) offices.emplace_back(office);
            if (row["sole"] == "yes") sole_.insert(std::string(phrase));
        }
    });
}

void Nominals::add_given_names(std::string_view file, std::string_view text) {
    io::read_tsv(file, text, [&](const io::TsvRow& row) {
        for (const std::string_view name : io::split_list(row["female"])) genders_[name_key(name)] = Gender::female;
        for (const std::string_view name : io::split_list(row["male"])) genders_[name_key(name)] = Gender::male;
    });
}

void Nominals::add_place_words(std::string_view file, std::string_view text) {
    io::read_tsv(file, text, [&](const io::TsvRow& row) {
        for (const std::string_view word : io::split_list(row["words"])) place_words_.insert(fmt::format("{} {}", row["use"], word));
    });
}

const Nominal* Nominals::find(const std::string& noun) const {
    const auto it = nominals_.find(noun);
    return it == nominals_.end() ? nullptr : &it->second;
}

const std::vector<std::string>& Nominals::offices(const std::string& phrase) const {
    static const std::vector<std::string> none;
    const auto it = offices_.find(phrase);
    return it == offices_.end() ? none : it->second;
}

Gender Nominals::gender(std::string_view person) const {
    const std::string key = name_key(person);
    if (const auto it = genders_.find(key); it != genders_.end()) return it->second;
    const auto it = genders_.find(key.substr(0, key.find(' ')));
    return it == genders_.end() ? Gender::unknown : it->second;
}

bool Nominals::makes_place(const std::string& lemma, std::string_view use) const {
    return place_words_.contains(fmt::format("{} {}", use, lemma));
}

}  // namespace entente
