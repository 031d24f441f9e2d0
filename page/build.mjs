// Bundles src/ and style.css into one page without data: node build.mjs OUT.html. Same sources, same bytes.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "page.html");
const read = (name) => readFileSync(join(here, name), "utf8");

async function bundle(entry, options) {
  const result = await build({
    absWorkingDir: here,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    charset: "utf8",
    target: ["chrome100", "firefox100", "safari15.4"],
    legalComments: "none",
    metafile: true,
    write: false,
    ...options,
  });
  return { text: result.outputFiles[0].text.trim(), inputs: Object.keys(result.metafile.inputs) };
}

/** The licences of all packages that went into the bundle: they ask to be handed on. */
function licences(inputs) {
  const names = new Set();
  for (const path of inputs) {
    const found = path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//);
    if (found) names.add(found[1]);
  }
  return [...names].sort().map((name) => {
    const folder = join(here, "node_modules", name);
    const file = ["LICENSE", "LICENSE.txt", "LICENSE.md"].find((f) => existsSync(join(folder, f)));
    if (!file) throw new Error(`${name} has no licence file`);
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return `${name} ${version}\n\n${readFileSync(join(folder, file), "utf8").trim()}`;
  }).join("\n\n----\n\n");
}

const script = await bundle("src/main.ts", { format: "iife" });
const style = await bundle("style.css", {});
if (/<\/(script|style)/i.test(script.text + style.text)) throw new Error("the bundle would end its own element");
const sha = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

// Nothing is fetched, nothing runs but this bundle, and no string becomes markup: not even by a mistake of ours.
const policy = [
  "default-src 'none'", `script-src ${sha(script.text)}`, `style-src ${sha(style.text)}`, "img-src data:",
  "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
].join("; ");

const fill = { POLICY: policy, STYLE: style.text, SCRIPT: script.text,
               LICENCES: licences(script.inputs).replaceAll("--", "- -") };
const html = read("index.html").replace(/\{\{(POLICY|STYLE|SCRIPT|LICENCES)\}\}/g, (_, key) => fill[key]);
if (html.split("{{DATA}}").length !== 2) throw new Error("index.html needs {{DATA}} once");
writeFileSync(out, html);
