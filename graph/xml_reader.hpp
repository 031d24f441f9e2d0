// SPDX-License-Identifier: Apache-2.0
// An XML file of ours, read a line at a time with expat.
#pragma once

#include <expat.h>
#include <fmt/format.h>

#include <memory>
#include <string>
#include <string_view>

#include "core/error.hpp"
#include "core/io/input.hpp"

namespace entente {

/// The value of an attribute in expat's list of name, value, name, value …, nullptr; empty where there is none.
[[nodiscard]] inline std::string_view xml_attribute(const char** attributes, std::string_view name) {
    for (; *attributes; attributes += 2)
        if (name == attributes[0]) return attributes[1];
    return {};
}

/// `Content` says what the elements mean: start(element, attributes), end(element), characters(text). What it throws
/// reaches the caller of feed() with file and line. Document types are refused: entities are how XML bombs are made.
template <class Content>
class XmlReader {
public:
    /// Both must outlive it.
    XmlReader(io::Input& in, Content& content) : in_(in), content_(content) {
        if (!parser_) throw std::bad_alloc();
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(
            parser_.get(),
            [](void* self, const XML_Char* element, const XML_Char** attributes) {
                of(self).guard([&](Content& c) { c.start(element, attributes); });
            },
            [](void* self, const XML_Char* element) { of(self).guard([&](Content& c) { c.end(element); }); });
        XML_SetCharacterDataHandler(parser_.get(), [](void* self, const XML_Char* text, int length) {
            of(self).guard([&](Content& c) { c.characters({text, static_cast<std::size_t>(length)}); });
        });
        XML_SetStartDoctypeDeclHandler(
            parser_.get(), [](void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
                of(self).guard([](Content&) {
                    throw InputError("has a document type declaration, which entente's files don't have");
                });
            });
    }

    /// The next line goes where it belongs: to `shortcut`, which says whether it took it, or to the parser. To the end
    /// of the file.
    template <class Shortcut>
    void read(Shortcut shortcut) {
        std::string line;
        for (auto got = in_.next_line(line); got != io::Input::Line::end; got = in_.next_line(line)) {
            if (got == io::Input::Line::too_long) fail(fmt::format("a line of over {} MiB", io::k_longest_line >> 20));
            bool taken = false;
            try {
                taken = shortcut(std::string_view(line));
            } catch (const InputError& e) {
                fail(e.what());
            }
            if (!taken) feed(line, false);
        }
        feed({}, true);
    }

private:
    static XmlReader& of(void* self) { return *static_cast<XmlReader*>(self); }

    /// Exceptions must not cross expat's C frames, so the first is kept and thrown later.
    template <class Step>
    void guard(Step step) {
        if (!error_.empty()) return;
        try {
            step(content_);
        } catch (const std::exception& e) {
            error_ = e.what();
            XML_StopParser(parser_.get(), XML_FALSE);
        }
    }

    [[noreturn]] void fail(const std::string& why) const {
        throw InputError(fmt::format("{}:{}: {}", in_.path(), in_.line_number(), why));
    }

    void feed(std::string_view line, bool last) {
        // The line's end goes before the next: a cut-off file fails on its own last line.
        const std::string bytes = fmt::format("{}{}", is_first_ || last ? "" : "\n", line);
        is_first_ = false;
        if (XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), last) == XML_STATUS_OK) return;
        fail(!error_.empty() ? error_
                             : fmt::format("damaged XML ({}); the file may be cut off: write it again",
                                           XML_ErrorString(XML_GetErrorCode(parser_.get()))));
    }

    io::Input& in_;
    Content& content_;
    std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_{XML_ParserCreate("UTF-8"), XML_ParserFree};
    std::string error_;
    bool is_first_ = true;
};

/// The graph that `content` has read; an error of the whole names the file.
template <class Content>
Graph finish_reading(Content& content, const io::Input& in) {
    try {
        return content.finish();
    } catch (const InputError& e) {
        throw InputError(fmt::format("{}: {}", in.path(), e.what()));
    }
}

}  // namespace entente
