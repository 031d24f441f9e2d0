// SPDX-License-Identifier: Apache-2.0
// Feeds, web archives and tables: many articles a file.
#include <fmt/format.h>

#include "tests/extract/read_fixture.hpp"

using namespace entente;
using test::articles_of;
using test::only;
using test::Read;
using test::TempFolder;

namespace {

const std::string k_text = "Norway imposed sanctions on Chad on Tuesday, after talks on fishing rights had failed in Oslo.";
const std::string k_page = "<html><head><title>Norway sanctions Chad</title></head><body><p>" + k_text + "</p></body></html>";

std::string record(const std::string& type, const std::string& fields, const std::string& block) {
    return fmt::format("WARC/1.0\r\nWARC-Type: {}\r\nWARC-Target-URI: https://tern.example/a\r\nWARC-Date: 2024-03-06T01:02:03Z\r\n{}"
                       "Content-Length: {}\r\n\r\n{}\r\n\r\n", type, fields, block.size(), block);
}

std::string answer(const std::string& fields, const std::string& body, const std::string& status = "200 OK") {
    return fmt::format("HTTP/1.1 {}\r\n{}\r\n{}", status, fields, body);
}

std::string html(const std::string& body) { return record("response", "", answer("Content-Type: text/html; charset=UTF-8\r\n", body)); }

}  // namespace

TEST_CASE("RSS: an article an item", "[read][feed]") {
    const TempFolder folder;
    const std::string path = folder.write("wire.xml",
        "<?xml version=\"1.0\"?><!-- c --><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
        "<title>Daily Tern</title><link>https://tern.example</link><image><title>Logo</title></image>"
        "<item><title>Norway &amp; Chad</title><link>https://tern.example/1</link><guid>g1</guid><pubDate>Tue, 05 Mar 2024 10:00:00 +0100</pubDate>"
        "<description>Short.</description><content:encoded><![CDATA[<p>Talks&nbsp;failed.</p><p>Sanctions <b>followed</b>.</p>]]></content:encoded></item>"
        "<item><title>Kenya&nbsp;mediates</title><description>&lt;p&gt;Kenya offered &amp;quot;help&amp;quot;.&lt;/p&gt;</description></item>"
        "<item><pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate></item></channel></rss>");
    const Read r = articles_of({path});
    REQUIRE(r.documents.size() == 2);
    CHECK(r.documents[0].text == "Norway & Chad\n\nTalks failed.\n\nSanctions followed.");
    CHECK(r.documents[0].title == "Norway & Chad");
    CHECK((r.documents[0].id == "g1" && r.documents[0].source == path + "#g1" && r.documents[0].url == "https://tern.example/1"));
    CHECK(r.documents[0].publisher == "Daily Tern");
    CHECK(to_string(*r.documents[0].published) == "2024-03-05T09:00:00Z");
    CHECK(r.documents[1].text == "Kenya mediates\n\nKenya offered \"help\".");
    CHECK(r.says("item 3: it has no text"));
}

TEST_CASE("Atom and RSS 1.0", "[read][feed]") {
    const TempFolder folder;
    const Document atom = only(articles_of({folder.write("a.atom",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Tern</title><entry><title type=\"html\">Talks &amp;amp; sanctions</title>"
        "<link rel=\"self\" href=\"no\"/><link href=\"https://tern.example/2\"/><id>urn:2</id><updated>2024-03-05T10:00:00Z</updated>"
        "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Three &lt; four.</p><p>End.</p></div></content></entry></feed>")}));
    CHECK(atom.text == "Talks & sanctions\n\nThree < four.\n\nEnd.");
    CHECK((atom.id == "urn:2" && atom.url == "https://tern.example/2"));
    CHECK(to_string(*atom.published) == "2024-03-05T10:00:00Z");
    const Document rdf = only(articles_of({folder.write("b.rdf",
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><channel><title>Tern</title></channel>"
        "<item><title>Talks fail</title><dc:date>2024-03-05</dc:date></item></rdf:RDF>")}));
    CHECK((rdf.text == "Talks fail" && rdf.publisher == "Tern"));
}

TEST_CASE("a damaged feed gives what comes before the damage", "[read][feed]") {
    const TempFolder folder;
    const Read r = articles_of({folder.write("cut.rss", "<rss><channel>\n<item><title>One</title></item>\n<item><title>Two")});
    CHECK(only(r).text == "One");
    CHECK(r.says("cut.rss: skipped: the feed is damaged: line 3"));
    std::string bomb = "<!DOCTYPE r [<!ENTITY a0 \"aaaaaaaaaa\">";
    for (int i = 1; i < 12; ++i) {
        bomb += fmt::format("<!ENTITY a{} \"", i);
        for (int j = 0; j < 10; ++j) bomb += fmt::format("&a{};", i - 1);
        bomb += "\">";
    }
    const Document d = only(articles_of({folder.write("bomb.rss", "<?xml version=\"1.0\"?>" + bomb + "]><rss><channel><item><title>&a11;</title>"
                                               "<description>Talks.</description></item></channel></rss>")}, [] { ReadOptions o; o.kind = "rss"; return o; }()));
    CHECK(d.text == "Talks.");
}

TEST_CASE("a web archive: an article a page", "[read][warc]") {
    const TempFolder folder;
    const std::string warc = record("warcinfo", "", "software: tests\r\n") + record("request", "", "GET / HTTP/1.1\r\n\r\n") + html(k_page) +
                             record("response", "", answer("Content-Type: image/png\r\n", "\x89PNG")) +
                             record("response", "", answer("Content-Type: text/html\r\n", k_page, "404 Not Found")) +
                             record("resource", "Content-Type: text/html\r\n", k_page) +
                             record("conversion", "Content-Type: text/plain\r\n", k_text) +
                             html("<html><body><a href=x>Home</a></body></html>");
    const Read r = articles_of({folder.write("a.warc", warc)});
    REQUIRE(r.documents.size() == 3);
    CHECK(r.documents[0].text == "Norway sanctions Chad\n\n" + k_text);
    CHECK(r.documents[0].url == "https://tern.example/a");
    CHECK(r.documents[0].source == folder.path("a.warc") + "#https://tern.example/a");
    CHECK(to_string(*r.documents[0].published) == "2024-03-06T01:02:03Z");  // when it was fetched: the page has no date
    CHECK(r.documents[2].text == k_text);
    CHECK(r.says("of 4 pages 1 have no running text in English"));
    // members of their own, as crawlers pack them
    const std::string packed = test::slurp(folder.write_gz("1", html(k_page))) + test::slurp(folder.write_gz("2", html(k_page)));
    CHECK(articles_of({folder.write("b.warc.gz", packed)}).documents.size() == 2);
}

TEST_CASE("bodies in chunks, packed, and neither though they say so", "[read][warc]") {
    const TempFolder folder;
    const auto body = [&](const std::string& fields, const std::string& bytes) {
        return only(articles_of({folder.write("a.warc", record("response", "", answer("Content-Type: text/html\r\n" + fields, bytes)))})).text;
    };
    const std::string want = "Norway sanctions Chad\n\n" + k_text;
    const std::string packed = test::slurp(folder.write_gz("1", k_page));
    const std::string chunks = fmt::format("{:x}\r\n{}\r\n{:x};x=y\r\n{}\r\n0\r\n\r\n", 20, k_page.substr(0, 20), k_page.size() - 20, k_page.substr(20));
    CHECK(body("Transfer-Encoding: chunked\r\n", chunks) == want);
    CHECK(body("Transfer-Encoding: chunked\r\n", k_page) == want);
    CHECK(body("Content-Encoding: gzip\r\n", packed) == want);
    CHECK(body("Content-Encoding: gzip\r\n", k_page) == want);
    CHECK(articles_of({folder.write("b.warc", record("response", "", answer("Content-Type: text/html\r\nContent-Encoding: br\r\n", "\x01\x02")))}).documents.empty());
}

TEST_CASE("a damaged archive gives what comes before the damage", "[read][warc]") {
    const TempFolder folder;
    const std::string two = html(k_page) + html(k_page);
    const Read cut = articles_of({folder.write("cut.warc", two.substr(0, two.size() - 40))});
    CHECK(cut.documents.size() == 1);
    CHECK(cut.says("cut.warc: skipped: record 2 is cut off"));
    const Read broken = articles_of({folder.write("broken.warc", html(k_page) + "no record\r\n")});
    CHECK(broken.documents.size() == 1);
    CHECK(broken.says("broken.warc: skipped: the archive is damaged after 1 records"));
    CHECK(articles_of({folder.write("length.warc", "WARC/1.0\r\nWARC-Type: response\r\n\r\nx")}).says("record 1 has no Content-Length"));
}

TEST_CASE("a table of articles", "[read][csv]") {
    const TempFolder folder;
    const std::string path = folder.write("a.csv", "\xEF\xBB\xBFid,Publish Date,Title,Content,Source\r\n"
                                                   "7,2024-03-05,\"Norway, Chad\",\"They said \"\"no\"\".\nTalks failed.\",Tern\r\n"
                                                   "\r\n8,2024-03-06,Kenya mediates,Kenya offered help.\r\n9,,,,\r\n");
    const Read r = articles_of({path});
    REQUIRE(r.documents.size() == 2);
    CHECK(r.documents[0].text == "They said \"no\".\nTalks failed.");
    CHECK((r.documents[0].id == "7" && r.documents[0].title == "Norway, Chad" && r.documents[0].publisher == "Tern"));
    CHECK(r.documents[0].source == path + "#7");
    CHECK(to_string(*r.documents[0].published) == "2024-03-05T00:00:00Z");
    CHECK(r.documents[1].text == "Kenya offered help.");
    CHECK(r.says("a.csv:6: skipped: it has no \"text\""));
    CHECK(only(articles_of({folder.write("b.tsv", "date\ttext\n2024-03-05\tTalks, and more, failed.\n")})).text == "Talks, and more, failed.");
    CHECK(only(articles_of({folder.write("c", "date;text\n2024-03-05;Talks; failed\n2024-03-05;Talks failed.\n")})).text == "Talks failed.");
    CHECK(only(articles_of({folder.write("d.txt", "Text, as we know it, has a header.\nSo has this.\n")})).text.starts_with("Text, as"));
}

TEST_CASE("damaged tables say where", "[read][csv]") {
    const TempFolder folder;
    const Read r = articles_of({folder.write("a.csv", "id,text\n1,Talks, they failed.\n2,Talks failed.\n3,\"Talks\n4,End.\n"), folder.write("b.csv", "id,words\n1,Talks.\n")});
    CHECK(only(r).id == "2");
    CHECK(r.says("a.csv:2: skipped: it has 3 fields, the header 2"));
    CHECK(r.says("a.csv:4: skipped: a quotation mark that opens here is not closed"));
    CHECK(r.says("b.csv: skipped: no column of the table is named \"text\""));
}
