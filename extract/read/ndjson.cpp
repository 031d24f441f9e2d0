// SPDX-License-Identifier: Apache-2.0
// NDJSON and JSON: one object a line, or one array, object or {"articles": […]} a file.
#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>

#include <deque>

#include "core/error.hpp"
#include "core/json.hpp"
#include "extract/read/formats.hpp"
#include "extract/read/record.hpp"

namespace entente::read {
namespace {

constexpr std::string_view k_blank = " \t\r\n";

std::string_view without_mark(std::string_view text) {
    return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
}

/// The first line stops between two values, as that of {"articles": [{…}, ⏎ {…}]} does: it is not a cut-off record.
bool goes_on(std::string_view line) {
    bool in_string = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"') in_string = !in_string;
        if (in_string && line[i] == '\\') ++i;
    }
    const std::size_t last = line.find_last_not_of(k_blank);
    return !in_string && last != std::string_view::npos &&
           std::string_view(",:[{").find(line[last]) != std::string_view::npos;
}

/// The file is one JSON value over several lines: an array, or an object whose first line does not end it and whose
/// second does not begin another.
bool is_whole(std::string_view head) {
    head = without_mark(head);
    const std::size_t begin = head.find_first_not_of(k_blank);
    if (begin == std::string_view::npos) return false;
    if (head[begin] == '[') return true;
    const std::size_t newline = head.find('\n', begin);
    if (newline == std::string_view::npos) return false;
    if (goes_on(head.substr(begin, newline - begin))) return true;
    const std::size_t last = head.find_last_not_of(k_blank, newline);
    const std::size_t next = head.find_first_not_of(k_blank, newline);
    return head[last] != '}' && next != std::string_view::npos && head[next] != '{';
}

/// Without kParseValidateEncodingFlag: malformed bytes are made readable in finish(), string by string. To replace them
/// before, in the raw JSON, could turn a Windows-1252 quotation mark into the end of a string.
json::Document parse(std::string_view text) {
    json::Document d;
    d.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag>(text.data(), text.size());
    return d;
}

class JsonReader final : public Reader {
public:
    JsonReader(io::Input input, const ReadOptions& options) : input_(std::move(input)), options_(options) {}

    std::optional<Document> next(Diagnostics& diagnostics) override {
        while (waiting_.empty())
            if (!more(diagnostics)) return std::nullopt;
        Document first = std::move(waiting_.front());
        waiting_.pop_front();
        return first;
    }

private:
    /// Reads the next line or the whole file into waiting_. False at the end.
    bool more(Diagnostics& diagnostics) {
        if (whole_ || (!started_ && is_whole(input_.peek()))) {
            if (whole_) return false;
            whole_ = true;
            line_ = input_.rest();
            take(line_, 0, diagnostics);
            return true;
        }
        started_ = true;
        const auto state = input_.next_line(line_);
        if (state == io::Input::Line::end) return false;
        const auto number = input_.line_number();
        if (state == io::Input::Line::too_long)
            skip(options_, input_.path(), number, fmt::format("the line is over {} MiB", io::k_longest_line >> 20),
                 diagnostics);
        else
            take(number == 1 ? without_mark(line_) : std::string_view(line_), number, diagnostics);
        return true;
    }

    void take(std::string_view text, std::uint64_t line, Diagnostics& diagnostics) {
        if (line == 0) text = without_mark(text);
        if (text.find_first_not_of(k_blank) == std::string_view::npos) return;
        const json::Document parsed = parse(text);
        if (parsed.HasParseError() && line == 0) salvage(text, diagnostics);
        if (parsed.HasParseError())
            return skip(options_, input_.path(), line,
                        fmt::format("not JSON: {} at {} {}", rapidjson::GetParseError_En(parsed.GetParseError()),
                                    line ? "column" : "byte", parsed.GetErrorOffset() + 1),
                        diagnostics);
        take(parsed, line, diagnostics);
    }

    /// The records of an array that come before the place where its file is damaged or cut off.
    void salvage(std::string_view text, Diagnostics& diagnostics) {
        std::size_t pos = text.find('[');
        std::size_t number = 0;
        while (pos != std::string_view::npos && (pos = text.find_first_not_of(" \t\r\n,[", pos)) != std::string_view::npos) {
            rapidjson::MemoryStream stream(text.data() + pos, text.size() - pos);
            json::Document record;
            record.ParseStream<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag |
                               rapidjson::kParseStopWhenDoneFlag>(stream);
            if (record.HasParseError() || !record.IsObject()) return;
            add(record, 0, fmt::format("record {}: ", ++number), diagnostics);
            pos += stream.Tell();
        }
    }

    void take(const json::Value& value, std::uint64_t line, Diagnostics& diagnostics) {
        const json::Value* records = value.IsArray() ? &value : value.IsObject() ? wrapped(value) : nullptr;
        if (!records) return add(value, line, {}, diagnostics);
        std::size_t number = 0;
        for (const auto& record : records->GetArray())
            add(record, line, fmt::format("record {}: ", ++number), diagnostics);
    }

    void add(const json::Value& record, std::uint64_t line, const std::string& which, Diagnostics& diagnostics) {
        if (!record.IsObject()) return skip(options_, input_.path(), line, which + "not a JSON object", diagnostics);
        std::string problem;
        Document document;
        try {
            document = to_document(record, problem);
        } catch (const InputError& error) {
            return skip(options_, input_.path(), line, which + error.what(), diagnostics);
        }
        if (!problem.empty())
            diagnostics.push_back({Severity::Warning, input_.path(), line, which + problem + ": taken as missing"});
        finish(document, options_, input_.path(), line, diagnostics);
        document.source = fmt::format("{}#{}", input_.path(), document.id);
        waiting_.push_back(std::move(document));
    }

    io::Input input_;
    ReadOptions options_;
    std::string line_;
    std::deque<Document> waiting_;
    bool started_ = false;
    bool whole_ = false;
};

}  // namespace

std::unique_ptr<Reader> open_ndjson(io::Input input, const ReadOptions& options) {
    return std::make_unique<JsonReader>(std::move(input), options);
}

}  // namespace entente::read
