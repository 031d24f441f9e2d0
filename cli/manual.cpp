// SPDX-License-Identifier: Apache-2.0
#include "cli/manual.hpp"

#include <fmt/format.h>

#include <vector>

#include "core/error.hpp"
#include "core/io/utf8.hpp"

namespace entente::cli {
namespace {

/// Text for troff: no line begins a request, backslashes and hyphens are themselves, all is ASCII.
std::string troff(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto d = utf8::decode(text, i);
        if ((i == 0 || text[i - 1] == '\n') && (d.code == '.' || d.code == '\'')) out += "\\&";
        if (d.code == '\\')
            out += "\\e";
        else if (d.code == '-')
            out += "\\-";
        else if (d.code >= 0x80)
            out += fmt::format("\\[u{:04X}]", static_cast<unsigned>(d.code));
        else
            out += static_cast<char>(d.code);
        i += d.length;
    }
    return out;
}

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
    return app.get_subcommands([](const CLI::App* sub) { return !sub->get_name().empty() && !sub->get_group().empty(); });
}

std::vector<const CLI::Option*> options_of(const CLI::App& app) {
    return app.get_options([](const CLI::Option* o) { return !o->get_group().empty(); });
}

std::string upper(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    return text;
}

/// "-o,--output FILE"
std::string usage_of(const CLI::Option& o) {
    std::string out = o.get_name(o.get_positional(), true);
    if (!o.get_positional() && o.get_type_size() != 0 && !o.get_type_name().empty()) out += " " + o.get_type_name();
    return out;
}

std::string synopsis(const CLI::App& app, const std::string& name) {
    if (!commands_of(app).empty()) return name + " COMMAND [OPTIONS] [INPUT...]";
    std::string out = name + " [OPTIONS]";
    for (const CLI::Option* o : options_of(app))
        if (o->get_positional()) out += (o->get_required() ? " " : " [") + o->get_single_name() + (o->get_required() ? "" : "]");
    return out;
}

/// Names that begin with a dash: "-o", "--output".
std::vector<std::string> flags_of(const CLI::Option& o) {
    std::vector<std::string> out;
    for (const std::string& s : o.get_snames()) out.push_back("-" + s);
    for (const std::string& l : o.get_lnames()) out.push_back("--" + l);
    return out;
}

std::string all_flags(const CLI::App& app) {
    std::string out;
    for (const CLI::Option* o : options_of(app))
        for (const std::string& flag : flags_of(*o)) out += (out.empty() ? "" : " ") + flag;
    return out;
}

/// For single quotes of a shell.
std::string shell_quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text.substr(0, text.find('\n'))) {
        if (c == '\'')
            out += "'\\''";
        else
            out += c;
    }
    return out += "'";
}

std::string bash(const CLI::App& app) {
    std::string names;
    std::string cases;
    for (const CLI::App* sub : commands_of(app)) {
        names += (names.empty() ? "" : " ") + sub->get_name();
        cases += fmt::format("        {}) flags='{}' ;;\n", sub->get_name(), all_flags(*sub));
    }
    return fmt::format(
        "# entente completion for bash; source it or install it as completions/entente\n"
        "_entente() {{\n"
        "    local word=${{COMP_WORDS[COMP_CWORD]}} command=${{COMP_WORDS[1]}} flags=\n"
        "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
        "        COMPREPLY=($(compgen -W '{} --help --version' -- \"$word\") $(compgen -f -- \"$word\"))\n"
        "        return\n"
        "    fi\n"
        "    case $command in\n{}    esac\n"
        "    case $word in\n"
        "        -*) COMPREPLY=($(compgen -W \"$flags\" -- \"$word\")) ;;\n"
        "        *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n"
        "    esac\n"
        "}}\n"
        "complete -o filenames -F _entente entente\n",
        names, cases);
}

/// In zsh's specifications brackets and colons have a meaning.
std::string zsh_text(std::string text) {
    for (char& c : text)
        if (c == '[' || c == ']' || c == ':') c = ' ';
    return text;
}

std::string zsh(const CLI::App& app) {
    std::string names;
    std::string cases;
    for (const CLI::App* sub : commands_of(app)) {
        names += fmt::format("        {}\n", shell_quoted(sub->get_name() + ":" + zsh_text(sub->get_description())));
        cases += fmt::format("        {}) _arguments", sub->get_name());
        for (const CLI::Option* o : options_of(*sub))
            for (const std::string& flag : flags_of(*o))
                cases += fmt::format(" {}", shell_quoted(fmt::format("*{}[{}]{}", flag, zsh_text(o->get_description().substr(0, o->get_description().find('\n'))),
                                                                     o->get_type_size() != 0 ? ":value:_files" : "")));
        cases += " '*:file:_files' ;;\n";
    }
    return fmt::format(
        "#compdef entente\n"
        "_entente() {{\n"
        "    local -a commands=(\n{}    )\n"
        "    if (( CURRENT == 2 )); then\n"
        "        _describe command commands\n"
        "        _files\n"
        "        return\n"
        "    fi\n"
        "    local command=$words[2]\n"
        "    shift words; (( CURRENT-- ))\n"
        "    case $command in\n{}    esac\n"
        "}}\n"
        "_entente \"$@\"\n",
        names, cases);
}

std::string fish(const CLI::App& app) {
    std::string out = "# entente completion for fish\n";
    for (const CLI::App* sub : commands_of(app)) {
        out += fmt::format("complete -c entente -n __fish_use_subcommand -a {} -d {}\n", sub->get_name(),
                           shell_quoted(sub->get_description()));
        for (const CLI::Option* o : options_of(*sub)) {
            if (o->get_snames().empty() && o->get_lnames().empty()) continue;
            out += fmt::format("complete -c entente -n '__fish_seen_subcommand_from {}'", sub->get_name());
            for (const std::string& s : o->get_snames()) out += " -s " + s;
            for (const std::string& l : o->get_lnames()) out += " -l " + l;
            if (o->get_type_size() != 0) out += " -r";
            out += fmt::format(" -d {}\n", shell_quoted(o->get_description()));
        }
    }
    return out;
}

}  // namespace

std::string man_page(const CLI::App& app) {
    const bool whole = !app.get_parent();
    const std::string page = whole ? "entente" : "entente-" + app.get_name();
    const std::string name = whole ? "entente" : "entente " + app.get_name();
    std::string out = fmt::format(".TH {} 1 \"\" entente \"User Commands\"\n.SH NAME\n{} \\- {}\n.SH SYNOPSIS\n.B {}\n",
                                  upper(page), troff(page), troff(app.get_description()), troff(synopsis(app, name)));
    const auto commands = commands_of(app);
    if (!commands.empty()) out += ".SH COMMANDS\n";
    for (const CLI::App* sub : commands)
        out += fmt::format(".TP\n.B {}\n{}\n", troff(sub->get_name()), troff(sub->get_description()));
    out += ".SH OPTIONS\n";
    for (const CLI::Option* o : options_of(app)) {
        out += fmt::format(".TP\n.B {}\n{}", troff(usage_of(*o)), troff(o->get_description()));
        if (!o->get_default_str().empty()) out += fmt::format(" (default: {})", troff(o->get_default_str()));
        out += '\n';
    }
    if (const std::string foot = app.get_footer(); !foot.empty())
        out += fmt::format(".SH {}\n.nf\n{}\n.fi\n", commands.empty() ? "EXAMPLES" : "SEE ALSO", troff(foot));
    if (!commands.empty()) {
        for (const CLI::App* sub : commands) out += fmt::format(".BR entente\\-{} (1)\n", troff(sub->get_name()));
    } else {
        out += ".SH SEE ALSO\n.BR entente (1)\n";
    }
    return out;
}

std::string completion(const CLI::App& app, const std::string& shell) {
    if (shell == "bash") return bash(app);
    if (shell == "zsh") return zsh(app);
    if (shell == "fish") return fish(app);
    throw UsageError(fmt::format("no completion for \"{}\"; there is one for bash, zsh and fish", shell));
}

}  // namespace entente::cli
