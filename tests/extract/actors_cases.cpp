// SPDX-License-Identifier: Apache-2.0
// The case files of actors: tests/cases/mentions.tsv and coreference.tsv, which explain their marks.
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/io/input.hpp"
#include "core/io/tsv.hpp"
#include "extract/actors/resolver.hpp"
#include "extract/sentences.hpp"
#include "tests/catch.hpp"

namespace {

using namespace entente;

struct Mark {
    Span span;
    std::string expected;  ///< id, id/id, !id, id+id, -, each with :ROLE
    std::string found = "(unread)";
    std::vector<std::string> ids{};
    std::string role{};
    std::string how{};
};

struct Passage {
    std::string phenomenon;
    Document document;
    std::vector<Mark> marks;
};

Passage read_passage(const io::TsvRow& row) {
    Passage p;
    p.phenomenon = row["phenomenon"];
    p.document = {"case", "case", "", "", "", parse_timestamp(row["date"]), ""};
    std::string& text = p.document.text;
    std::size_t open = std::string::npos;
    const std::string_view marked = row["passage"];
    for (std::size_t i = 0; i < marked.size(); ++i) {
        if (marked[i] == '[') {
            open = text.size();
        } else if (marked[i] == '|') {
            const auto close = marked.find(']', i);
            p.marks.push_back({{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(text.size())},
                               std::string(marked.substr(i + 1, close - i - 1))});
            i = close;
        } else {
            text += marked[i];
        }
    }
    return p;
}

/// The word within the marked bytes that governs the others; -1 where they are in another sentence.
int head_of(const Tree& tree, Span span) {
    const auto inside = [&](int w) { return w >= 0 && span.contains(tree[w].span); };
    for (int w = 0; w < tree.size(); ++w)
        if (inside(w) && !inside(tree.head(w)) && tree[w].upos != Upos::PUNCT && tree[w].upos != Upos::DET) return w;
    return -1;
}

void read_actors(Passage& p, const Knowledge& knowledge, Language::Scratch& scratch) {
    DocumentContext context;
    for_each_sentence(p.document, knowledge, scratch, {false, false}, [&](const CleanText&, Sentence&& sentence, std::uint32_t index) {
        const Tree tree(sentence);
        Resolver resolver(knowledge.actors, context, tree, p.document.published->date(), index);
        for (Mark& m : p.marks) {
            const int head = head_of(tree, m.span);
            if (head < 0) continue;
            m.found = "";
            for (const ActorRef& a : resolver.resolve_all(head)) {
                m.ids.push_back(a.id);
                m.found += (m.found.empty() ? "" : "+") + a.id + (a.role.empty() ? "" : ":" + a.role);
                m.role = a.role;
                m.how = a.how;
            }
        }
        resolver.remember();
    });
}

std::vector<std::string> parts(const std::string& text, char separator) {
    std::vector<std::string> out;
    for (const std::string_view part : io::split_list(text, separator)) out.emplace_back(part);
    return out;
}

bool is_right(const Mark& m) {
    for (const std::string& option : parts(m.expected, '/')) {
        const auto colon = option.find(':');
        const std::string id = option.substr(0, colon);
        if (colon != std::string::npos && m.role != option.substr(colon + 1)) continue;
        if (id == "-" ? m.ids.empty() : id.front() == '!' ? (m.ids.empty() || m.ids.front() != id.substr(1)) : m.ids == parts(id, '+'))
            return true;
    }
    return false;
}

std::vector<Passage> passages(const char* file) {
    std::vector<Passage> out;
    const std::string path = std::string(ENTENTE_SOURCE_DIR "/tests/cases/") + file;
    io::read_tsv(file, io::Input(path).rest(), [&](const io::TsvRow& row) { out.push_back(read_passage(row)); });
    return out;
}

struct Score {
    int right = 0;
    int all = 0;
    std::map<std::string, std::pair<int, int>> of;
    std::string errors;

    void count(const std::string& phenomenon, bool ok) {
        right += ok;
        ++all;
        of[phenomenon].first += ok;
        ++of[phenomenon].second;
    }
    void print(const char* what) const {
        if (!std::getenv("ENTENTE_SHOW")) return;
        fmt::print("{}: {} of {}, {:.1f} %\n", what, right, all, 100.0 * right / all);
        for (const auto& [name, n] : of) fmt::print("  {:24} {:3} of {:3}\n", name, n.first, n.second);
        fmt::print("{}", errors);
    }
};

}  // namespace

TEST_CASE("98 of 100 mentions in context resolve to the actor that is meant", "[actors]") {
    const auto knowledge = Knowledge::load({});
    Language::Scratch scratch;
    Score score;
    for (Passage& p : passages("mentions.tsv")) {
        read_actors(p, *knowledge, scratch);
        for (const Mark& m : p.marks) {
            score.count(p.phenomenon, is_right(m));
            if (!is_right(m))
                score.errors += fmt::format("    {}: \"{}\" is {} ({}), not {}\n      {}\n", p.phenomenon, m.span.of(p.document.text),
                                            m.found, m.how, m.expected, p.document.text);
        }
    }
    score.print("mentions");
    INFO(score.errors);
    REQUIRE(score.all >= 400);
    CHECK(score.right >= 0.98 * score.all);
}

TEST_CASE("85 of 100 coreference chains are right in every mention", "[actors]") {
    const auto knowledge = Knowledge::load({});
    Language::Scratch scratch;
    Score score;
    for (Passage& p : passages("coreference.tsv")) {
        read_actors(p, *knowledge, scratch);
        std::set<std::string> named;
        std::map<std::string, std::vector<const Mark*>> chains;
        for (const Mark& m : p.marks) {
            chains[m.expected].push_back(&m);
            if (m.expected != "-") named.insert(m.expected);
        }
        for (const auto& [id, marks] : chains) {
            if (marks.size() < 2 && id.find('+') == std::string::npos && id != "-") continue;
            bool ok = true;
            for (const Mark* m : marks) {
                const bool right = id == "-" ? m->ids.empty() || !named.contains(m->ids.front()) : is_right(*m);
                if (!right)
                    score.errors += fmt::format("    {}: \"{}\" is {} ({}), not {}\n      {}\n", p.phenomenon,
                                                m->span.of(p.document.text), m->found, m->how, id, p.document.text);
                ok &= right;
            }
            score.count(p.phenomenon, ok);
        }
    }
    score.print("chains");
    INFO(score.errors);
    REQUIRE(score.all >= 150);
    CHECK(score.right >= 0.85 * score.all);
}
