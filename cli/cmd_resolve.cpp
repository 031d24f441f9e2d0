// SPDX-License-Identifier: Apache-2.0
// entente resolve: which actor each name in a text is, and why.
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "core/error.hpp"
#include "core/io/input.hpp"
#include "core/io/output.hpp"
#include "core/io/utf8.hpp"
#include "extract/mentions.hpp"

namespace entente::cli {
namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void put(Json& json, const char* key, std::string_view value) {
    json.Key(key);
    if (value.empty()) json.Null();
    else json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

class Resolve final : public Command {
public:
    void add_options(CLI::App& app) override {
        app.add_option("TEXT", texts_, "names, phrases or sentences, each by itself; '-' (the default) reads standard input");
        app.add_option("--date", date_, "the day that the text is of (2021-08-25): offices and names change hands")->type_name("DATE");
        app.add_option("-f,--format", format_, "text or ndjson")->check(CLI::IsMember({"text", "ndjson"}))->capture_default_str();
        app.add_option("--actors", files_.actors, "actor table to add to the built-in one; may be given again")->expected(1)->take_all();
        app.add_option("--model", files_.model, "language model to use instead of the built-in one");
    }

    int run() override {
        std::optional<Timestamp> day;
        if (!date_.empty()) {
            day = parse_timestamp(date_);
            if (!day) throw UsageError(fmt::format("--date {}: write 2021-08-25", date_));
        }
        const auto knowledge = Knowledge::load(files_);
        if (texts_.empty()) texts_ = {"-"};
        io::Output out("-");
        bool all = true;
        Language::Scratch scratch;
        for (std::string text : texts_) {
            if (text == "-") text = io::Input("-").rest();
            utf8::make_valid(text);
            Document document{"text", "text", "", "", "", day, text};
            const auto found = find_actors(document, *knowledge, scratch, false);
            for (const FoundActor& f : found)
                out.write(format_ == "ndjson" ? json_line(document, f, *knowledge) : text_line(document, f));
            for (const FoundActor& f : found)
                if (const std::string others = could_be(f.actor.label, *knowledge); f.actor.how == "unknown" && !others.empty())
                    tell("entente: no table has \"{}\" alone{}\n", f.actor.label, others);
            if (found.empty()) {
                tell("entente: \"{}\" names no actor{}\n", text.substr(0, 60), could_be(text, *knowledge));
                all = false;
            }
        }
        out.close();
        return all ? Exit::done : Exit::nothing;
    }

private:
    [[nodiscard]] Date day_of(const Document& document) const { return document.published ? document.published->local_date() : k_no_day; }

    /// The organisations that the actor belonged to on that day.
    [[nodiscard]] std::vector<std::string> memberships(const std::string& id, const Knowledge& knowledge, Date day) const {
        std::vector<std::string> out;
        for (const Membership& m : knowledge.actors.memberships(id))
            if (m.when.covers(day)) out.push_back(m.of);
        return out;
    }

    [[nodiscard]] static std::string text_line(const Document& document, const FoundActor& f) {
        const ActorRef& a = f.actor;
        std::string line = fmt::format("{}\t{}\t{} ({}{}{})\t{}", f.span.of(document.text), a.id, a.label, name(a.kind),
                                       a.country.empty() || a.country == a.id ? "" : ", " + a.country, a.role.empty() ? "" : ", " + a.role, a.how);
        if (!a.because.empty()) line += ": " + a.because;
        return line + "\n";
    }

    [[nodiscard]] std::string json_line(const Document& document, const FoundActor& f, const Knowledge& knowledge) const {
        rapidjson::StringBuffer buffer;
        Json json(buffer);
        const ActorRef& a = f.actor;
        json.StartObject();
        put(json, "text", f.span.of(document.text));
        json.Key("begin");
        json.Uint(f.span.begin);
        json.Key("end");
        json.Uint(f.span.end);
        json.Key("sentence");
        json.Uint(f.sentence);
        put(json, "id", a.id);
        put(json, "label", a.label);
        put(json, "kind", name(a.kind));
        put(json, "country", a.country);
        put(json, "role", a.role);
        json.Key("confidence");
        json.SetMaxDecimalPlaces(3);
        json.Double(a.confidence);
        put(json, "how", a.how);
        put(json, "because", a.because);
        json.Key("member_of");
        json.StartArray();
        for (const std::string& id : memberships(a.id, knowledge, day_of(document))) json.String(id.c_str());
        json.EndArray();
        json.EndObject();
        return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
    }

    /// Whom a name means where a text speaks of them: weak names do not count alone.
    [[nodiscard]] static std::string could_be(const std::string& text, const Knowledge& knowledge) {
        std::string out;
        for (const Name& n : knowledge.actors.names(name_key(text)))
            out += fmt::format("{}{}", out.empty() ? "; with more context it could be " : ", ", knowledge.actors.actors()[n.actor].id);
        return out;
    }

    std::vector<std::string> texts_;
    std::string date_;
    std::string format_ = "text";
    KnowledgeFiles files_;
};

}  // namespace

std::unique_ptr<Command> make_resolve() { return std::make_unique<Resolve>(); }

}  // namespace entente::cli
