// SPDX-License-Identifier: Apache-2.0
#include "extract/language/word_lists.hpp"

#include <algorithm>
#include <array>

namespace entente::nn {
namespace {

using std::string_view_literals::operator""sv;

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& sorted, std::string_view word) {
    return std::ranges::binary_search(sorted, word);
}

/// Sorts at compile time, so that the lists below can be read by kind.
template <std::size_t N>
consteval std::array<std::string_view, N> sorted(std::array<std::string_view, N> words) {
    std::ranges::sort(words);
    return words;
}

constexpr auto k_titles = sorted(
    std::array{"mr"sv,   "mrs"sv,  "ms"sv,   "dr"sv,   "prof"sv, "rev"sv,  "fr"sv,   "gen"sv,  "sen"sv, "sens"sv,
               "rep"sv,  "reps"sv, "col"sv,  "lt"sv,   "sgt"sv,  "capt"sv, "cpl"sv,  "cmdr"sv, "adm"sv, "maj"sv,
               "brig"sv, "gov"sv,  "govs"sv, "pres"sv, "hon"sv,  "st"sv,   "ste"sv,  "ft"sv,   "mt"sv,  "messrs"sv,
               "mme"sv,  "mlle"sv, "atty"sv, "supt"sv, "insp"sv, "amb"sv,  "spec"sv, "pvt"sv,  "drs"sv, "vs"sv,
               "v"sv,    "cf"sv,   "e.g"sv,  "i.e"sv,  "eg"sv,   "ie"sv,   "viz"sv,  "attn"sv, "ph.d"sv});

constexpr auto k_abbreviations = sorted(std::array{
    "inc"sv,  "corp"sv,  "co"sv,   "cos"sv,    "ltd"sv,   "plc"sv,  "llc"sv,  "bros"sv, "jr"sv,  "sr"sv,   "esq"sv,
    "al"sv,   "etc"sv,   "jan"sv,  "feb"sv,    "apr"sv,   "aug"sv,  "sept"sv, "oct"sv,  "nov"sv, "dec"sv,  "mon"sv,
    "tues"sv, "thurs"sv, "thur"sv, "thu"sv,    "tue"sv,   "fri"sv,  "ave"sv,  "blvd"sv, "rd"sv,  "hwy"sv,  "dept"sv,
    "assn"sv, "univ"sv,  "est"sv,  "approx"sv, "mfg"sv,   "govt"sv, "intl"sv, "natl"sv, "ed"sv,  "eds"sv,  "mins"sv,
    "hrs"sv,  "yrs"sv,   "tel"sv,  "ext"sv,    "calif"sv, "conn"sv, "colo"sv, "fla"sv,  "ill"sv, "mich"sv, "minn"sv,
    "penn"sv, "tenn"sv,  "va"sv,   "md"sv,     "ala"sv,   "ariz"sv, "pa"sv,   "ga"sv,   "ky"sv,  "wis"sv,  "okla"sv,
    "vt"sv,   "div"sv,   "ph.d"sv, "arrv"sv,   "misc"sv,  "sq"sv});

constexpr auto k_number_abbreviations = sorted(
    std::array{"no"sv,  "nos"sv, "fig"sv, "figs"sv, "p"sv,   "pp"sv,  "vol"sv, "art"sv, "sec"sv, "ch"sv, "ver"sv,
               "mar"sv, "sat"sv, "sun"sv, "wed"sv,  "jun"sv, "jul"sv, "sep"sv, "c"sv,   "ca"sv,  "op"sv, "para"sv});

constexpr auto k_prefixes = sorted(
    std::array{"non"sv,    "anti"sv,  "pro"sv,   "e"sv,    "mid"sv,     "multi"sv, "re"sv,     "ex"sv,   "pre"sv,
               "co"sv,     "post"sv,  "semi"sv,  "sub"sv,  "counter"sv, "neo"sv,   "socio"sv,  "mini"sv, "micro"sv,
               "inter"sv,  "intra"sv, "ultra"sv, "over"sv, "un"sv,      "de"sv,    "psycho"sv, "bi"sv,   "tri"sv,
               "pseudo"sv, "quasi"sv, "trans"sv, "arch"sv, "cross"sv,   "naqsh"sv, "extra"sv});

constexpr auto k_units =
    sorted(std::array{"am"sv,  "pm"sv,  "a.m"sv,  "p.m"sv, "k"sv,   "m"sv,   "b"sv,  "bn"sv,  "tn"sv, "t"sv,  "km"sv,
                      "cm"sv,  "mm"sv,  "ft"sv,   "kg"sv,  "g"sv,   "mg"sv,  "lb"sv, "lbs"sv, "f"sv,  "c"sv,  "hrs"sv,
                      "hr"sv,  "min"sv, "mins"sv, "sec"sv, "mph"sv, "kph"sv, "mw"sv, "gb"sv,  "mb"sv, "tb"sv, "kb"sv,
                      "mhz"sv, "ghz"sv, "in"sv,   "yr"sv,  "yrs"sv, "ml"sv,  "oz"sv, "gw"sv,  "kw"sv, "mi"sv});

constexpr auto k_name_endings =
    sorted(std::array{"com"sv, "org"sv, "net"sv,  "gov"sv, "edu"sv,  "mil"sv, "int"sv,  "info"sv, "biz"sv, "tv"sv,
                      "co"sv,  "uk"sv,  "au"sv,   "ca"sv,  "cn"sv,   "ru"sv,  "de"sv,   "eu"sv,   "in"sv,  "ir"sv,
                      "il"sv,  "jp"sv,  "io"sv,   "doc"sv, "docx"sv, "xls"sv, "xlsx"sv, "pdf"sv,  "ppt"sv, "txt"sv,
                      "zip"sv, "jpg"sv, "jpeg"sv, "png"sv, "gif"sv,  "htm"sv, "html"sv, "php"sv,  "asp"sv, "exe"sv,
                      "mp3"sv, "mp4"sv, "url"sv,  "csv"sv, "xml"sv,  "js"sv,  "py"sv,   "dtf"sv,  "unix"sv});

constexpr auto k_starters = sorted(std::array{
    "the"sv,       "a"sv,       "an"sv,    "this"sv,   "that"sv,  "these"sv,  "those"sv, "he"sv,        "she"sv,
    "it"sv,        "i"sv,       "we"sv,    "they"sv,   "you"sv,   "his"sv,    "her"sv,   "its"sv,       "their"sv,
    "our"sv,       "my"sv,      "your"sv,  "in"sv,     "on"sv,    "at"sv,     "but"sv,   "and"sv,       "for"sv,
    "if"sv,        "when"sv,    "while"sv, "as"sv,     "after"sv, "before"sv, "there"sv, "here"sv,      "what"sv,
    "who"sv,       "why"sv,     "how"sv,   "no"sv,     "so"sv,    "then"sv,   "now"sv,   "however"sv,   "although"sv,
    "since"sv,     "some"sv,    "many"sv,  "most"sv,   "all"sv,   "one"sv,    "both"sv,  "meanwhile"sv, "according"sv,
    "because"sv,   "despite"sv, "under"sv, "with"sv,   "from"sv,  "by"sv,     "to"sv,    "or"sv,        "also"sv,
    "officials"sv, "earlier"sv, "last"sv,  "please"sv, "do"sv,    "is"sv,     "are"sv,   "was"sv});

struct Joined {
    std::string_view word;
    std::size_t first;
};
constexpr Joined k_joined[] = {
    {"cannot", 3},  {"gonna", 3},    {"wanna", 3},  {"gotta", 3}, {"dont", 2},   {"doesnt", 4}, {"didnt", 3},
    {"cant", 2},    {"wont", 2},     {"isnt", 2},   {"wasnt", 3}, {"arent", 3},  {"werent", 4}, {"wouldnt", 5},
    {"couldnt", 5}, {"shouldnt", 6}, {"havent", 4}, {"hasnt", 3}, {"hadnt", 3},  {"aint", 2},   {"thats", 4},
    {"whats", 4},   {"theres", 5},   {"heres", 4},  {"hes", 2},   {"shes", 3},   {"im", 1},     {"ive", 1},
    {"youre", 3},   {"theyre", 4},   {"youve", 3},  {"weve", 2},  {"theyve", 4}, {"youll", 3},  {"theyll", 4},
    {"lemme", 3},   {"gimme", 3}};

}  // namespace

bool is_title(std::string_view word) { return holds(k_titles, word); }
bool is_abbreviation(std::string_view word) { return holds(k_abbreviations, word) || is_title(word); }
bool is_number_abbreviation(std::string_view word) { return holds(k_number_abbreviations, word); }
bool is_prefix(std::string_view word) { return holds(k_prefixes, word); }
bool is_unit(std::string_view word) { return holds(k_units, word); }
bool is_name_ending(std::string_view word) { return holds(k_name_endings, word); }
bool is_starter(std::string_view word) { return holds(k_starters, word); }

std::size_t joined_split(std::string_view word) {
    for (const Joined& j : k_joined)
        if (j.word == word) return j.first;
    return 0;
}

}  // namespace entente::nn
