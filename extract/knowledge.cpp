// SPDX-License-Identifier: Apache-2.0
#include "extract/knowledge.hpp"

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

}  // namespace

std::unique_ptr<const Knowledge> Knowledge::load(const KnowledgeFiles& files) {
    auto k = std::make_unique<Knowledge>();
    if (!files.model.empty()) k->model_bytes = io::Input(files.model).rest();
    const std::string_view model = files.model.empty() ? embedded("models/en.model") : k->model_bytes;
    k->language = std::make_unique<const Language>(model);
    k->fingerprints = {hash_hex(model), load_lexicon(k->lexicon, files.lexicon), load_actors(k->actors, files.actors)};
    k->goldstein.add("data/ontology/cameo.tsv", embedded("data/ontology/cameo.tsv"));
    k->similar = std::make_unique<const SimilarVerbs>(*k->language, k->lexicon);
    k->words = std::make_unique<const WordList>(k->language->words_by_frequency());
    return k;
}

}  // namespace entente
