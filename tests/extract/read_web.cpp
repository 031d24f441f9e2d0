// SPDX-License-Identifier: Apache-2.0
#include "extract/read/web/web.hpp"
#include "tests/extract/read_fixture.hpp"

using namespace entente;
using test::articles_of;
using test::only;
using test::Read;
using test::TempFolder;

namespace {

const std::string k_lead = "Norway imposed sanctions on Chad on Tuesday, after talks on fishing rights had failed in Oslo.";
const std::string k_second = "The foreign minister of Chad, who was in the city for the talks, called the step a grave mistake.";
const std::string k_third = "Both sides will meet again in the spring, it was said, and Kenya has offered to act as a host.";

std::string paragraphs() { return "<p>" + k_lead + "</p><p>" + k_second + "</p><p>" + k_third + "</p>"; }
std::string body() { return k_lead + "\n\n" + k_second + "\n\n" + k_third; }

/// A page as news sites make them: what is no article stands around and within it.
std::string page(const std::string& head) {
    return "<!DOCTYPE html><html lang=\"en\"><head><title>Norway sanctions Chad over fish | Daily Tern</title>" + head +
           "<style>p { color: red }</style><script>var text = '<p>no</p>';</script></head><body>"
           "<header class=\"site-header\"><nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/w\">World</a></li></ul></nav></header>"
           "<div class=\"cookie-banner\"><p>We use cookies, and so do our partners, to make what you see here more useful to you.</p></div>"
           "<main><article><h1>Norway sanctions Chad over fish</h1>"
           "<figure><img src=\"a.jpg\"><figcaption>A trawler off Bergen in the spring, before the talks began. Photo: A. Person</figcaption></figure>"
           "<div class=\"article-body\"><p>" + k_lead + "</p>"
           "<div class=\"related-links\"><h3>Read also</h3><ul><li><a href=\"/x\">Chad and its lakes, a history in many pictures</a></li></ul></div>"
           "<p>" + k_second + "</p><p>" + k_third + "</p>"
           "<div class=\"newsletter-signup\"><p>Sign up for our letter and get all the news of the day, every day, for nothing.</p></div></div>"
           "</article></main>"
           "<section id=\"comments\"><div class=\"comment\"><p>I have said so for years, and nobody, as usual, has listened to me.</p></div>"
           "<div class=\"comment\"><p>You have said the reverse, and you know it, and all of us here know it as well.</p></div></section>"
           "<footer><p>Copyright of the Daily Tern. All that you read here, in whole or in part, belongs to us.</p></footer></body></html>";
}

}  // namespace

TEST_CASE("of a page the article is read, without what surrounds it", "[read][web]") {
    const TempFolder folder;
    const std::string path = folder.write("a.html", page("<meta property=\"article:published_time\" content=\"2024-03-05T10:00:00Z\">"
                                                         "<link rel=\"canonical\" href=\"https://www.tern.example/a\">"));
    const Document d = only(articles_of({path}));
    CHECK(d.text == "Norway sanctions Chad over fish\n\n" + body());
    CHECK(d.title == "Norway sanctions Chad over fish");
    CHECK(d.url == "https://www.tern.example/a");
    CHECK(d.publisher == "tern.example");
    CHECK(d.source == path);
    CHECK(to_string(*d.published) == "2024-03-05T10:00:00Z");
}

TEST_CASE("what JSON-LD says goes before the names of meta", "[read][web]") {
    const auto d = read::web::to_article(page(
        "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebPage\",\"name\":\"no\"},"
        "{\"@type\":[\"NewsArticle\"],\"headline\":\"Sanctions on Chad\",\"datePublished\":\"2024-03-04T08:30:00+01:00\","
        "\"mainEntityOfPage\":{\"@id\":\"https://tern.example/b\"},\"publisher\":{\"name\":\"The Daily Tern\"}}]}</script>"
        "<meta name=\"date\" content=\"2020-01-01\"><meta property=\"og:title\" content=\"no\">"));
    CHECK(d.title == "Sanctions on Chad");
    CHECK(d.publisher == "The Daily Tern");
    CHECK(d.url == "https://tern.example/b");
    CHECK(to_string(*d.published) == "2024-03-04T07:30:00Z");
    CHECK(d.text == "Sanctions on Chad\n\n" + body());
}

TEST_CASE("a page without metadata has the date that it shows", "[read][web]") {
    const auto d = read::web::to_article("<body><div><h1>Talks</h1><div class=\"byline\">Published 23:00 IST, August 25th 2021</div>" +
                                         paragraphs() + "</div></body>");
    CHECK(to_string(d.published.value()) == "2021-08-25T17:30:00Z");
}

TEST_CASE("articles in pages of any make", "[read][web]") {
    CHECK(read::web::to_article("<body>" + k_lead + "<br><br>" + k_second + "<br><br>" + k_third + "</body>").text == body());
    CHECK(read::web::to_article("<table><tr><td><a href=x>Home</a></td><td>" + paragraphs() + "</td></tr></table>").text == body());
    // most of the page is in it: its name can't make it a sidebar
    CHECK(read::web::to_article("<div class=\"has-sidebar share\">" + paragraphs() + "</div>").text == body());
    // a lead in a box of its own
    CHECK(read::web::to_article("<div><div class=lead><p>" + k_lead + "</p></div><div class=story><p>" + k_second + "</p><p>" + k_third +
                                "</p><p>" + k_second + "</p></div></div>").text == body() + "\n\n" + k_second);
    // an application fills its page later, but says what it will be
    CHECK(read::web::to_article("<div id=root></div><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" + k_lead +
                                "\"}</script>").text == k_lead);
    CHECK(read::web::to_article("<p>" + k_lead).text == k_lead);
    CHECK(read::web::to_article("<body><ul><li><a href=x>Home</a></li></ul></body>").text.empty());
}

TEST_CASE("encodings: what is valid UTF-8 is; else the transport, the page, Windows-1252", "[read][web]") {
    const auto text = [](const std::string& head, const std::string& word, const std::string& transport = {}) {
        return read::web::to_article("<html><head>" + head + "</head><body><p>" + word + " and the others met in the town to talk of peace.</p>", transport).text;
    };
    const std::string want = "S\u00f8ren and the others met in the town to talk of peace.";
    CHECK(text("<meta charset=iso-8859-1>", "S\u00f8ren") == want);
    CHECK(text("<meta charset=\"utf-8\">", "S\xF8ren") == want);
    CHECK(text("", "S\xF8ren", "iso-8859-1") == want);
    CHECK(text("<meta http-equiv=content-type content='text/html; charset=cp865'>", "S\x9Bren") == want);
    CHECK(text("<meta charset=no-such>", "S\xF8ren", "nor-this") == want);
    CHECK(text("", "S&oslash;ren") == want);
}

TEST_CASE("pages that are no English articles are skipped with a reason", "[read][web]") {
    const TempFolder folder;
    std::string french = "<html><body>";
    for (int i = 0; i < 5; ++i)
        french += "<p>Le ministre des affaires \u00e9trang\u00e8res a d\u00e9clar\u00e9 que les deux pays vont reprendre les n\u00e9gociations d\u00e8s que possible.</p>";
    const Read r = articles_of({folder.write("menu.html", "<html><body><ul><li><a href=x>Home</a></ul>"), folder.write("fr.html", french)});
    CHECK(r.documents.empty());
    CHECK(r.says("menu.html: skipped: the page has no running text"));
    CHECK(r.says("fr.html: skipped: the page is not in English"));
}

TEST_CASE("hostile nesting costs no more than its bytes", "[read][web]") {
    for (const std::string tag : {"<div>", "<b><p>", "<ul><li>", "<table><tr><td>", "<span>", "<form>", "<font><div>"}) {
        std::string bytes = "<html><body>";
        for (int i = 0; i < 100000; ++i) bytes += tag;
        CHECK(read::web::to_article(bytes + "<p>" + k_lead + "</p>").text == k_lead);
    }
    CHECK(read::web::to_article("<p>" + k_lead + std::string(100000, '<')).text.starts_with(k_lead));
    CHECK(read::web::to_article("<p>" + k_lead + "</p><!--" + std::string(100000, '-')).text == k_lead);
}
