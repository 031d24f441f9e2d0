// SPDX-License-Identifier: Apache-2.0
// Tables of articles: a header that names the columns, one article a record (RFC 4180; commas, semicolons or tabs).
#include <fmt/format.h>

#include <algorithm>

#include "core/error.hpp"
#include "core/json.hpp"
#include "core/words.hpp"
#include "extract/read/formats.hpp"
#include "extract/read/record.hpp"

namespace entente::read {
namespace {

constexpr std::size_t k_longest_name = 40;

/// Fields of a record as they are read, over several lines where quotes hold line ends.
class Fields {
public:
    explicit Fields(char separator) : separator_(separator) {}

    void begin() {
        fields_.assign(1, {});
        place_ = Place::begin;
    }

    /// False where a quoted field goes on in the next line.
    bool take(std::string_view line) {
        if (place_ == Place::quoted) fields_.back() += '\n';
        for (const char c : line) take(c);
        if (place_ == Place::quote) place_ = Place::plain;
        return place_ != Place::quoted;
    }

    [[nodiscard]] std::vector<std::string>& get() { return fields_; }

private:
    enum class Place : std::uint8_t { begin, plain, quoted, quote };

    void take(char c) {
        if (place_ == Place::quoted) {
            if (c == '"') place_ = Place::quote;
            else fields_.back() += c;
        } else if (place_ == Place::quote && c == '"') {
            fields_.back() += c;
            place_ = Place::quoted;
        } else if (c == separator_) {
            fields_.emplace_back();
            place_ = Place::begin;
        } else if (c == '"' && place_ == Place::begin) {
            place_ = Place::quoted;
        } else {
            fields_.back() += c;
            place_ = Place::plain;
        }
    }

    char separator_;
    Place place_ = Place::begin;
    std::vector<std::string> fields_;
};

std::string_view without_mark(std::string_view text) { return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text; }

/// The separator that a header has most of.
char separator_of(std::string_view header) {
    constexpr std::string_view k_separators = ",\t;|";
    return *std::ranges::max_element(k_separators, {}, [&](char c) { return std::ranges::count(header, c); });
}

std::vector<std::string> names_of(std::string_view header) {
    header = without_mark(header);
    Fields fields(separator_of(header));
    fields.begin();
    fields.take(header);
    return std::move(fields.get());
}

/// "Publish Date" as records have it: "publish_date".
std::string plain_name(std::string_view name) {
    std::string out = ascii_lower(name);
    std::ranges::replace(out, ' ', '_');
    return out;
}

bool is_text_column(const std::string& name) { return names_text(name) || names_text(plain_name(name)); }

class CsvReader final : public Reader {
public:
    CsvReader(io::Input input, const ReadOptions& options) : input_(std::move(input)), options_(options) {
        std::string header;
        input_.next_line(header);
        names_ = names_of(header);
        if (std::ranges::none_of(names_, is_text_column))
            throw InputError(fmt::format("{}: no column of the table is named \"text\" (nor \"content\", \"body\", \"article\" …)", input_.path()));
        fields_ = Fields(separator_of(without_mark(header)));
    }

    std::optional<Document> next(Diagnostics& diagnostics) override {
        std::string line;
        while (true) {
            const auto state = input_.next_line(line);
            if (state == io::Input::Line::end) return std::nullopt;
            const std::uint64_t number = input_.line_number();
            if (state == io::Input::Line::too_long) {
                skip(options_, input_.path(), number, fmt::format("the line is over {} MiB", io::k_longest_line >> 20), diagnostics);
            } else if (line.find_first_not_of(" \t") != std::string::npos && read_record(line, number, diagnostics)) {
                if (auto document = to_document(number, diagnostics)) return document;
            }
        }
    }

private:
    /// Into fields_; false where it is skipped.
    bool read_record(std::string& line, std::uint64_t number, Diagnostics& diagnostics) {
        fields_.begin();
        std::size_t size = line.size();
        while (!fields_.take(line)) {
            const auto state = input_.next_line(line);
            size += line.size();
            if (state == io::Input::Line::good && size <= io::k_longest_line) continue;
            skip(options_, input_.path(), number, "a quotation mark that opens here is not closed", diagnostics);
            return false;
        }
        const std::size_t found = fields_.get().size();
        if (found <= names_.size()) return true;
        skip(options_, input_.path(), number, fmt::format("it has {} fields, the header {}: is a field with \"{}\" in it not quoted?", found, names_.size(), ','), diagnostics);
        return false;
    }

    std::optional<Document> to_document(std::uint64_t number, Diagnostics& diagnostics) {
        json::Document record(rapidjson::kObjectType);
        auto& allocator = record.GetAllocator();
        const auto add = [&](const std::string& name, const std::string& value) {
            const json::Value key(name.data(), static_cast<rapidjson::SizeType>(name.size()), allocator);
            if (!record.HasMember(key))
                record.AddMember(json::Value(key, allocator), json::Value(value.data(), static_cast<rapidjson::SizeType>(value.size()), allocator), allocator);
        };
        for (std::size_t i = 0; i < fields_.get().size(); ++i) {
            add(names_[i], fields_.get()[i]);
            add(plain_name(names_[i]), fields_.get()[i]);
        }
        std::string problem;
        Document d;
        try {
            d = read::to_document(record, problem);
        } catch (const InputError& error) {
            skip(options_, input_.path(), number, error.what(), diagnostics);
            return std::nullopt;
        }
        if (!problem.empty()) diagnostics.push_back({Severity::Warning, input_.path(), number, problem + ": taken as missing"});
        finish(d, options_, input_.path(), number, diagnostics);
        d.source = fmt::format("{}#{}", input_.path(), d.id);
        return d;
    }

    io::Input input_;
    ReadOptions options_;
    std::vector<std::string> names_;
    Fields fields_{','};
};

}  // namespace

bool looks_like_table(std::string_view head) {
    const std::size_t newline = head.find('\n');
    if (newline == std::string_view::npos) return false;
    std::string_view header = head.substr(0, newline);
    if (header.ends_with('\r')) header.remove_suffix(1);
    const auto names = names_of(header);
    const auto is_name = [](const std::string& name) {
        return name.size() <= k_longest_name && !name.starts_with(' ') && std::ranges::count(name, ' ') < 3 && std::ranges::all_of(name, [](char c) {
                   return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || is_one_of({&c, 1}, {" ", "_", "-", ".", ":", "@"});
               });
    };
    return names.size() > 1 && std::ranges::all_of(names, is_name) && std::ranges::any_of(names, is_text_column);
}

std::unique_ptr<Reader> open_csv(io::Input input, const ReadOptions& options) {
    return std::make_unique<CsvReader>(std::move(input), options);
}

}  // namespace entente::read
