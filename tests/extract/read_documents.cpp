// SPDX-License-Identifier: Apache-2.0
#include "core/error.hpp"
#include "core/io/utf8.hpp"
#include "extract/read/reader.hpp"
#include "tests/extract/read_fixture.hpp"

using namespace entente;
using test::articles_of;
using test::only;
using test::Read;
using test::TempFolder;

TEST_CASE("a text file is an article", "[read]") {
    const TempFolder folder;
    const std::string path = folder.write("a.txt", "\xEF\xBB\xBFPublished 23:00 IST, August 25th 2021\nTalks began.");
    const Document d = only(articles_of({path}));
    CHECK(d.text == "   Published 23:00 IST, August 25th 2021\nTalks began.");  // a byte order mark moves no offset
    CHECK(d.source == path);
    CHECK(d.id.size() == 20);
    CHECK(to_string(*d.published) == "2021-08-25T17:30:00Z");
    ReadOptions dated;
    dated.date = parse_timestamp("2020-01-01");
    CHECK(to_string(*only(articles_of({folder.write("b.txt", "Talks began.")}, dated)).published) == "2020-01-01T00:00:00Z");
    CHECK(to_string(*only(articles_of({path}, dated)).published) == "2021-08-25T17:30:00Z");
}

TEST_CASE("NDJSON in the dialects of scrapers", "[read]") {
    const TempFolder folder;
    const std::string path = folder.write(
        "a.jsonl",
        "{\"id\":\"x1\",\"title\":\"T\",\"text\":\"Talks.\",\"date\":\"2021-08-25\",\"publisher\":\"P\"}\n\n"
        "{\"maintext\":\"Talks.\",\"date_publish\":\"2021-08-25 "
        "10:00:00\",\"title\":\"None\",\"source_domain\":\"d.org\"}\r\n"
        "{\"content\":\"Talks.\",\"publishedAt\":\"2021-08-25T10:00:00Z\",\"source\":{\"name\":\"N\"}}\n"
        "{\"articleBody\":\"Talks.\",\"headline\":\"H\",\"datePublished\":\"Wed, 25 Aug 2021 10:00:00 "
        "GMT\",\"@id\":\"http://a/b\"}\n"
        "{\"text\":\"None\",\"body\":\"Talks.\",\"seendate\":\"20210825T100000Z\",\"source\":\"https://a.b/c\"}\n"
        "{\"text\":[\"One.\",\"Two.\"],\"id\":7,\"timestamp\":1629885600,\"hostname\":\"h\"}\n");
    const Read r = articles_of({path});
    REQUIRE(r.documents.size() == 6);
    CHECK(r.diagnostics.empty());
    const auto& d = r.documents;
    CHECK((d[0].id == "x1" && d[0].title == "T" && d[0].publisher == "P" && d[0].source == path + "#x1"));
    CHECK((d[1].title.empty() && d[1].publisher == "d.org" && d[1].id.size() == 20));
    CHECK(d[2].publisher == "N");
    CHECK((d[3].title == "H" && d[3].id == "http://a/b" && d[3].url == "http://a/b"));
    CHECK(d[4].url == "https://a.b/c");
    CHECK((d[5].text == "One.\n\nTwo." && d[5].id == "7" && d[5].publisher == "h"));
    CHECK(to_string(*d[0].published) == "2021-08-25T00:00:00Z");
    for (std::size_t i = 1; i < 6; ++i) CHECK(to_string(d[i].published.value()) == "2021-08-25T10:00:00Z");
}

TEST_CASE("JSON arrays, single objects and wrapped arrays", "[read]") {
    const TempFolder folder;
    CHECK(articles_of({folder.write("a.json", "[\n{\"text\":\"One.\"},\n{\"text\":\"Two.\"}]")}).documents.size() == 2);
    CHECK(articles_of({folder.write("b.json", "{\n  \"title\": \"T\",\n  \"text\": \"One.\"\n}\n")}).documents.size() == 1);
    CHECK(articles_of({folder.write("c.json",
                             "{\"status\":\"ok\",\"articles\":[{\"content\":\"One.\"},{\"content\":\"Two.\"}]}")})
              .documents.size() == 2);
    CHECK(articles_of({folder.write("d.json", "{\n\"articles\": [\n{\"content\":\"One.\"}]}")}).documents.size() == 1);
    CHECK(articles_of({folder.write("e", "  [{\"text\":\"One.\"}]")}).documents.size() == 1);
    CHECK(articles_of({folder.write("f.json", "[]")}).documents.empty());
    CHECK(articles_of({folder.write("g.txt", "[Photo] A text in brackets. {\"text\":\"no\"}")}).documents.size() == 1);
}

TEST_CASE("bad records are skipped, told with file and line, and good ones kept", "[read]") {
    const TempFolder folder;
    const std::string path = folder.write("a.jsonl",
                                          "{\"text\":\"One.\"}\n{\"text\":\"cut off\n{\"title\":\"no "
                                          "text\"}\n[1]\n{\"text\":\"Two.\",\"date\":\"some day\"}\n");
    const Read r = articles_of({path});
    CHECK(r.documents.size() == 2);
    CHECK(r.says("a.jsonl:2: skipped: not JSON"));
    CHECK(r.says("a.jsonl:3: skipped: it has no \"text\""));
    CHECK(r.says("a.jsonl:4: skipped"));
    CHECK(r.says("a.jsonl:5: warning: \"date\": \"some day\""));
    ReadOptions strict;
    strict.strict = true;
    Diagnostics diagnostics;
    DocumentSource source({path}, strict);
    CHECK(source.next(diagnostics));
    CHECK_THROWS_WITH(source.next(diagnostics),
                      Catch::Matchers::Contains("a.jsonl:2: ") && Catch::Matchers::Contains("not JSON"));
}

TEST_CASE("files that are no articles are skipped with a reason", "[read]") {
    const TempFolder folder;
    const Read r =
        articles_of({folder.write("empty.txt", ""), folder.write("blank.txt", " \n\t\r\n"),
              folder.write("nul.txt", std::string("a\0b", 3)), folder.write("control.txt", "\x01\x02\x03\x04\x05"),
              folder.write("utf16.txt", std::string("\xff\xfeh\0i\0", 6)), folder.write("good.txt", "Talks began.")});
    CHECK(r.documents.size() == 1);
    CHECK(r.says("empty.txt: skipped: it is empty"));
    CHECK(r.says("blank.txt: skipped: it is empty"));
    CHECK(r.says("nul.txt: skipped: it is binary"));
    CHECK(r.says("control.txt: skipped: it is binary"));
    CHECK(r.says("utf16.txt: skipped: it is UTF-16: convert it"));
}

TEST_CASE("malformed UTF-8 is read without moving a byte", "[read]") {
    const TempFolder folder;
    const Read r = articles_of({folder.write("a.txt", "\x93Peace\x94, said Ren\xe9."),
                         folder.write("b.jsonl", "{\"text\":\"\x93Peace\x94, said Ren\xe9.\"}\n")});
    REQUIRE(r.documents.size() == 2);
    for (const Document& d : r.documents) CHECK(d.text == "\"Peace\", said Rene.");
    CHECK(r.says("a.txt: warning: 3 bytes are not UTF-8"));
    CHECK(r.says("b.jsonl:1: warning: 3 bytes are not UTF-8"));
    const Document surrogate = only(articles_of({folder.write("c.jsonl", "{\"text\":\"x \\udc00 \\u0000 y\"}")}));
    CHECK(utf8::count_bad(surrogate.text) == 0);
    CHECK(surrogate.text.find('\0') == std::string::npos);
}

TEST_CASE("gzip, whole and truncated", "[read]") {
    const TempFolder folder;
    CHECK(only(articles_of({folder.write_gz("a.txt.gz", "Talks began.")})).text == "Talks began.");
    std::string lines;
    for (int i = 0; i < 5000; ++i)
        lines += "{\"text\":\"Talks number " + std::to_string(i * 7919 % 5003) + " began.\"}\n";
    const std::string packed = test::slurp(folder.write_gz("b.jsonl.gz", lines));
    const Read r = articles_of({folder.write("cut.jsonl.gz", packed.substr(0, packed.size() / 2)),
                         folder.write("cut.gz", packed.substr(0, 8)), folder.write("after.txt", "Talks ended.")});
    CHECK(r.documents.size() > 100);
    CHECK(r.documents.back().text == "Talks ended.");
    CHECK(r.says("cut.jsonl.gz: skipped: can't be read: the gzip stream is truncated"));
}

TEST_CASE("a line of 70 MB is skipped, what stands around it is read", "[read]") {
    const TempFolder folder;
    const std::string path = folder.path("long.jsonl");
    {
        std::ofstream out(path, std::ios::binary);
        out << "{\"text\":\"One.\"}\n{\"text\":\"";
        const std::string mib(1u << 20, 'x');
        for (int i = 0; i < 70; ++i) out << mib;
        out << "\"}\n{\"text\":\"Two.\"}\n";
    }
    const Read r = articles_of({path});
    CHECK(r.documents.size() == 2);
    CHECK(r.says("long.jsonl:2: skipped: the line is over 64 MiB"));
}

TEST_CASE("folders, missing files and unknown kinds", "[read]") {
    const TempFolder folder;
    folder.write("in/b.txt", "Second.");
    folder.write("in/a.jsonl", "{\"text\":\"First.\"}\n");
    folder.write("in/README.md", "Not read.");
    const Read r = articles_of({folder.path("in")});
    REQUIRE(r.documents.size() == 2);
    CHECK(r.documents[0].text == "First.");
    CHECK(r.documents[1].text == "Second.");
    CHECK_THROWS_AS(articles_of({folder.path("missing.txt")}), InputError);
    ReadOptions odd;
    odd.kind = "odd";
    CHECK_THROWS_AS(articles_of({folder.path("in")}, odd), UsageError);
    ReadOptions text;
    text.kind = "text";
    CHECK(only(articles_of({folder.path("in/a.jsonl")}, text)).text == "{\"text\":\"First.\"}\n");
}

TEST_CASE("the kind of an input", "[read]") {
    const TempFolder folder;
    CHECK(kind_of(folder.write("a", "Talks began.")) == "text");
    CHECK(kind_of(folder.write("b", "{\"text\":\"x\"}")) == "ndjson");
    CHECK(kind_of(folder.write(
              "c", "{\"id\":\"1\",\"sentence\":{\"subject\":1},\"subject\":{\"text\":\"a\"},\"relation\":{}}")) ==
          "triples");
    CHECK(kind_of(folder.write("d", "{\"sentence\":{\"subject\":1,\"relation\":2}}")) == "ndjson");
    CHECK(kind_of(folder.write("e", "{\"text\":\"\\\"subject\\\": \\\"relation\\\":\"}")) == "ndjson");
    CHECK(kind_of(folder.write("f.jsonl", "")) == "ndjson");
    CHECK(kind_of(folder.write("g", std::string("\0\1\2", 3))) == "binary");
    CHECK(kind_of(folder.write("h", "{not json")) == "text");
    CHECK_THROWS_AS(kind_of(folder.path("missing")), InputError);
    CHECK(articles_of({folder.path("c")}).documents.empty());
}

TEST_CASE("a JSON array that is cut off keeps the articles before the cut", "[read]") {
    const TempFolder folder;
    const Read r = articles_of({folder.write("cut.json", "[{\"text\":\"Kenya praised Sudan.\"},\n{\"text\":\"Chad met Mali.\"}, {\"text\":\"Tur")});
    CHECK(r.documents.size() == 2);
    CHECK(r.says("not JSON"));
}
