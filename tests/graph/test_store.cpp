// SPDX-License-Identifier: Apache-2.0
// A store is a set: any order, any grouping, any number of times gives the same bytes and the same graph.
#include <algorithm>
#include <filesystem>

#include "graph/store_build.hpp"
#include "graph/store_writer.hpp"
#include "tests/catch.hpp"
#include "tests/core/temp_folder.hpp"
#include "tests/graph/made.hpp"

using namespace entente;
using made::stated;

namespace {

using Order = StoreWriter::Order;

DocumentRecord document(const std::string& id, const std::string& text, const std::string& day = "") {
    DocumentRecord d;
    d.id = id;
    d.source = "news/" + id;
    d.text = text;
    d.knowledge = "k";
    if (!day.empty()) d.published = parse_timestamp(day);
    return d;
}

Triple of(const DocumentRecord& d, Triple t) {
    t.doc = d.id;
    t.source = d.source;
    t.published = d.published;
    set_id(t);
    return t;
}

Store fresh(const std::vector<Triple>& triples) {
    Store store("", Store::Use::fresh);
    StoreWriter writer(store, Order::does_not);
    for (const Triple& t : triples) writer.add(t);
    writer.commit();
    return store;
}

class Folder {
public:
    std::string bytes_of(Store& store) {
        const std::string path = folder_.path("canonical.db");
        write_store(store, path);
        return test::slurp(path);
    }
    std::string operator/(const std::string& name) const { return folder_.path(name); }

private:
    test::TempFolder folder_;
};

Store merged(std::vector<Store*> stores) {
    Store out("", Store::Use::fresh);
    StoreWriter writer(out, Order::does_not);
    for (Store* s : stores) writer.add(*s);
    writer.commit();
    return out;
}

std::vector<std::string> sentences(Store& store) {
    std::vector<std::string> out;
    const Graph graph = store.graph();
    for (const Observation& o : graph.observations()) out.emplace_back(o.sentence);
    std::ranges::sort(out);
    return out;
}

}  // namespace

TEST_CASE("a store gives back the graph that its triples make") {
    for (std::uint32_t seed = 0; seed < 10; ++seed) {
        const auto all = made::triples(seed, 200, {6, seed % 2 == 1, false});
        Store store = fresh(all);
        const Graph read = store.graph();
        const Graph built = made::graph(all);
        REQUIRE(std::ranges::equal(read.observations(), built.observations()));
        REQUIRE(read.edges().size() == built.edges().size());
        REQUIRE(read.actors().size() == built.actors().size());
    }
}

TEST_CASE("merging stores is commutative, associative and idempotent, to the byte") {
    Folder folder;
    for (std::uint32_t seed = 0; seed < 6; ++seed) {
        auto all = made::triples(seed, 150, {6, seed % 2 == 1, false});
        Store whole = fresh(all);
        const std::string wanted = folder.bytes_of(whole);
        std::shuffle(all.begin(), all.end(), made::Random(seed + 99));
        Store a = fresh({all.begin(), all.begin() + 60});
        Store b = fresh({all.begin() + 40, all.begin() + 110});
        Store c = fresh({all.begin() + 100, all.end()});
        Store ab = merged({&a, &b});
        Store bc = merged({&c, &b});
        Store ab_c = merged({&ab, &c});
        Store a_bc = merged({&a, &bc});
        Store many = merged({&c, &a, &b, &b, &whole});
        REQUIRE(folder.bytes_of(ab_c) == wanted);
        REQUIRE(folder.bytes_of(a_bc) == wanted);
        REQUIRE(folder.bytes_of(many) == wanted);
        Store again(folder / "canonical.db", Store::Use::read);
        REQUIRE(merged({&again}).summary().observations == whole.summary().observations);
    }
}

TEST_CASE("an id with two contents gives the same store in either order") {
    Folder folder;
    Triple low = stated("a", Type::AID, "b");
    Triple high = low;
    high.confidence = 0.9;
    Triple other = low;
    other.subject.label = "A";
    std::vector<Triple> all{low, high, other};
    std::string wanted;
    std::ranges::sort(all, {}, [](const Triple& t) { return t.subject.label + std::to_string(t.confidence); });
    const auto less = [](const Triple& x, const Triple& y) {
        return std::tie(x.subject.label, x.confidence) < std::tie(y.subject.label, y.confidence);
    };
    do {
        Store store = fresh(all);
        const std::string got = folder.bytes_of(store);
        if (wanted.empty()) wanted = got;
        REQUIRE(got == wanted);
        REQUIRE(store.summary().observations == 1);
    } while (std::next_permutation(all.begin(), all.end(), less));
}

TEST_CASE("a corrected document takes the place of what it corrects") {
    Store store("", Store::Use::fresh);
    StoreWriter writer(store, Order::matters);
    const auto first = document("1", "text 1");
    const auto second = document("1", "text 2");
    const std::vector<Triple> wrong{of(first, stated("a", Type::ASSAULT, "b"))};
    const std::vector<Triple> right{of(second, stated("a", Type::AID, "b"))};
    writer.add(first, wrong);
    writer.add(second, right);
    CHECK(writer.tally().corrected == 1);
    REQUIRE(store.graph().edges().size() == 1);
    CHECK(store.graph().edges()[0].type == Type::AID);

    SECTION("and what it corrected does not come back") {
        CHECK(writer.knows(first));
        writer.add(first, wrong);
        CHECK(store.graph().edges()[0].type == Type::AID);
    }
    SECTION("nor do triples without a text bring it back") {
        writer.add(wrong[0]);
        CHECK(store.graph().edges()[0].type == Type::AID);
    }
    SECTION("unless it was published later") {
        const auto later = document("1", "text 0", "2021-08-26");
        writer.add(later, std::vector{of(later, stated("a", Type::CONSULT, "b"))});
        CHECK(store.graph().edges()[0].type == Type::CONSULT);
    }
    SECTION("removing removes all versions") {
        CHECK(writer.remove("1") == 2);
        CHECK(store.graph().edges().empty());
        CHECK(!writer.knows(first));
    }
}

TEST_CASE("where order must not matter the text published last counts, else the greater hash") {
    Folder folder;
    const DocumentRecord versions[] = {document("1", "x", "2021-08-25"), document("1", "y", "2021-08-25"),
                                       document("1", "z", "2021-08-24"), document("2", "x")};
    std::vector<std::size_t> order{0, 1, 2, 3};
    std::string wanted;
    do {
        Store store("", Store::Use::fresh);
        StoreWriter writer(store, Order::does_not);
        for (const auto i : order)
            writer.add(versions[i], std::vector{of(versions[i], stated("a", Type::AID, "b" + std::to_string(i)))});
        writer.commit();
        const auto left = sentences(store);
        REQUIRE(left.size() == 2);
        REQUIRE(left[0].starts_with("a does b1"));
        const std::string got = folder.bytes_of(store);
        if (wanted.empty()) wanted = got;
        REQUIRE(got == wanted);
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("what was not committed is not there; what was committed stays") {
    Folder folder;
    const std::string path = folder / "news.db";
    const auto all = made::triples(3, 50);
    {
        Store store(path, Store::Use::write);
        StoreWriter writer(store, Order::matters);
        for (std::size_t i = 0; i < 30; ++i) writer.add(all[i]);
        writer.commit();
        for (std::size_t i = 30; i < 50; ++i) writer.add(all[i]);
        Store reader(path, Store::Use::read);
        CHECK(reader.summary().observations == made::graph({all.begin(), all.begin() + 30}).observations().size());
    }
    Store store(path, Store::Use::read);
    CHECK(std::ranges::equal(store.graph().observations(), made::graph({all.begin(), all.begin() + 30}).observations()));
}
