// SPDX-License-Identifier: Apache-2.0
#include "extract/knowledge.hpp"

#include <functional>
#include <set>

#include "core/error.hpp"
#include "core/io/input.hpp"
#include "extract/embedded.hpp"

namespace entente {
namespace {

std::string_view embedded(std::string_view path) {
    for (const EmbeddedFile& f : embedded_files())
        if (f.path == path) return f.bytes;
    throw InputError(std::string(path) + " was not linked into this program: build it again");
}

struct ActorFile {
    const char* path;
    Kind kind;
};
constexpr ActorFile k_actor_files[] = {
    {"data/actors/states.tsv", Kind::country},   {"data/actors/organisations.tsv", Kind::organisation},
    {"data/actors/groups.tsv", Kind::group},     {"data/actors/parties.tsv", Kind::party},
    {"data/actors/peoples.tsv", Kind::people},   {"data/actors/media.tsv", Kind::organisation},
    {"data/actors/places.tsv", Kind::place},     {"data/actors/leaders.tsv", Kind::person},
    {"data/actors/topics.tsv", Kind::topic},
};

/// The hash of several tables: their hashes' hash.
class TableHash {
public:
    std::string_view operator()(std::string_view bytes) {
        hashes_ += hash_hex(bytes);
        return bytes;
    }
    [[nodiscard]] std::string hex() const { return hash_hex(hashes_); }

private:
    std::string hashes_;
};

/// Returns their hash.
std::string load_actors(ActorTable& table, const std::vector<std::string>& overlays) {
    TableHash hashed;
    for (const ActorFile& f : k_actor_files) table.add_actors(f.path, hashed(embedded(f.path)), f.kind);
    const auto add = [&](auto& to, auto member, const char* path) { (to.*member)(path, hashed(embedded(path))); };
    add(table, &ActorTable::add_roles, "data/actors/roles.tsv");
    add(table, &ActorTable::add_members, "data/actors/members.tsv");
    add(table.words, &Nominals::add_nominals, "data/actors/nominals.tsv");
    add(table.words, &Nominals::add_titles, "data/actors/titles.tsv");
    add(table.words, &Nominals::add_given_names, "data/actors/given_names.tsv");
    add(table.words, &Nominals::add_place_words, "data/actors/place_words.tsv");
    for (const std::string& path : overlays) table.add_actors(path, hashed(io::Input(path).rest()), Kind::other);
    table.link();
    return hashed.hex();
}

std::string load_lexicon(Lexicon& lexicon, const std::string& folder) {
    TableHash hashed;
    struct Part {
        const char* file;
        void (Lexicon::*add)(std::string_view, std::string_view);
    };
    for (const Part& part : {Part{"verbs.tsv", &Lexicon::add_verbs}, Part{"nouns.tsv", &Lexicon::add_nouns},
                             Part{"adjectives.tsv", &Lexicon::add_adjectives}, Part{"operators.tsv", &Lexicon::add_operators},
                             Part{"composition.tsv", &Lexicon::add_compositions}, Part{"words.tsv", &Lexicon::add_words}}) {
        const std::string own = std::string("data/relations/") + part.file;
        const std::string path = folder.empty() ? own : folder + "/" + part.file;
        const std::string bytes = folder.empty() ? std::string(embedded(own)) : io::Input(path).rest();
        (lexicon.*part.add)(path, hashed(bytes));
    }
    return hashed.hex();
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); }

/// The words of a table that begin with a capital, in small letters.
void add_names(std::string_view table, std::set<std::string, std::less<>>& known, std::vector<std::string>& out) {
    constexpr std::size_t k_shortest = 3;
    for (std::size_t begin = 0; begin < table.size();) {
        std::size_t end = begin;
        while (end < table.size() && is_letter(table[end])) ++end;
        if (end >= begin + k_shortest && is_upper(table[begin])) {
            std::string name(table.substr(begin, end - begin));
            for (char& c : name) c = is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
            if (known.insert(name).second) out.push_back(std::move(name));
        }
        begin = end + 1;
    }
}

}  // namespace

std::vector<std::string> known_words(const Language& language) {
    const auto words = language.words_by_frequency();
    std::vector<std::string> out(words.begin(), words.end());
    std::set<std::string, std::less<>> known(words.begin(), words.end());
    for (const ActorFile& f : k_actor_files) add_names(embedded(f.path), known, out);
    return out;
}

ActorTable load_actor_table(const std::vector<std::string>& overlays) {
    ActorTable table;
    static_cast<void>(load_actors(table, overlays));
    return table;
}

std::string vocabulary_name(const Language& language) {
    std::string all;
    for (const std::string_view word : language.words_by_frequency()) all.append(word) += '\n';
    return hash_hex(all, 16);
}

std::string_view word_families(const Language& language, std::string_view file) {
    const std::string name = vocabulary_name(language);
    return file.starts_with(name) ? file.substr(name.size()) : std::string_view();
}

std::unique_ptr<const Knowledge> Knowledge::load(const KnowledgeFiles& files) {
    auto k = std::make_unique<Knowledge>();
    if (!files.model.empty()) k->model_bytes = io::Input(files.model).rest();
    const std::string_view model = files.model.empty() ? embedded("models/en.model") : k->model_bytes;
    k->language = std::make_unique<const Language>(model);
    const std::string_view contexts = embedded("models/repair.weights"), families = embedded("models/repair.families");
    k->fingerprints = {hash_hex(hash_hex(model) + hash_hex(contexts) + hash_hex(families)), load_lexicon(k->lexicon, files.lexicon), load_actors(k->actors, files.actors)};
    k->cameo.add("data/ontology/cameo.tsv", embedded("data/ontology/cameo.tsv"));
    k->codes.add("data/events/codes.tsv", embedded("data/events/codes.tsv"));
    k->similar = std::make_unique<const SimilarVerbs>(*k->language, k->lexicon);
    const auto words = known_words(*k->language);
    k->repair = std::make_unique<const RepairKnowledge>(
        RepairKnowledge{WordList({words.begin(), words.end()}, word_families(*k->language, families)), repair::ContextModel(contexts)});
    return k;
}

}  // namespace entente
