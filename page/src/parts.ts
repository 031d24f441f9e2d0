// Pieces that several panels are made of: names, kinds of relation, sentences with their source.
import { human, span } from "./dates";
import { add, h, icon, name, replace } from "./dom";
import { className, KINDS, STATUSES, type Edge, type Index, type Model, type Observation } from "./model";
import { kindIcon } from "./search";
import type { Store } from "./state";

export { add, h, icon, name, replace };

export function kindLabel(kind: number): string {
  return KINDS[kind][0].toUpperCase() + KINDS[kind].slice(1);
}

export function actorButton(model: Model, store: Store, actor: Index): HTMLElement {
  const a = model.actors[actor];
  return h("button", { class: "actor-name", type: "button",
                       click: () => store.set({ mode: "explore", actor, counterpart: null, edge: null }) },
           kindIcon(a.kind), name(a.label));
}

export function typeChip(model: Model, edge: Edge): HTMLElement {
  return h("span", { class: `chip quad-${model.types[edge.type].quad}` },
           className(model, edge).replaceAll("_", " ").toLowerCase());
}

export function dates(observations: Observation[]): string {
  const days = observations.flatMap((o) => (o.day === null ? [] : [o.day]));
  return days.length === 0 ? "undated" : span(Math.min(...days), Math.max(...days));
}

/** A bar in the colours of the quads, as long as its share of `most`. */
export function mixBar(counts: number[], most: number): HTMLElement {
  const bar = h("span", { class: "mix", "aria-hidden": "true" });
  for (const q of [2, 1, 0, 3, 4]) {
    if (counts[q] === 0) continue;
    const part = h("span", { class: `fill quad-${q}` });
    part.style.width = `${(100 * counts[q]) / most}%`;
    bar.appendChild(part);
  }
  return bar;
}

interface Mark { begin: number; end: number; tag: "mark" | "strong" }

/** The sentence with its actors and its phrase marked, where their words stand in it. */
export function sentence(o: Observation, quad: number): HTMLElement {
  const marks: Mark[] = [];
  const put = (text: string, tag: Mark["tag"]) => {
    for (let begin = text ? o.sentence.indexOf(text) : -1; begin >= 0; begin = o.sentence.indexOf(text, begin + 1)) {
      const end = begin + text.length;
      if (marks.some((m) => begin < m.end && end > m.begin)) continue;
      marks.push({ begin, end, tag });
      return;
    }
  };
  put(o.phrase, "mark");
  put(o.subject, "strong");
  put(o.object, "strong");
  marks.sort((a, b) => a.begin - b.begin);
  const out = h("blockquote", { dir: "auto" });
  let at = 0;
  for (const m of marks) {
    add(out, o.sentence.slice(at, m.begin));
    add(out, h(m.tag, m.tag === "mark" ? { class: `quad-${quad}` } : {}, o.sentence.slice(m.begin, m.end)));
    at = m.end;
  }
  add(out, o.sentence.slice(at));
  return out;
}

function source(text: string): HTMLElement {
  if (/^https?:\/\//i.test(text)) {
    const short = text.replace(/^https?:\/\/(www\.)?/i, "");
    return h("a", { href: text, target: "_blank", rel: "noopener noreferrer", title: text },
             short.length > 48 ? short.slice(0, 46) + "…" : short);
  }
  const path = text.split("/");
  return h("span", { class: "source", title: text }, name(path.slice(-2).join("/")));
}

function copyButton(o: Observation): HTMLElement {
  const button = h("button", { class: "quiet copy", type: "button", title: "Copy the sentence with its source" }, "Copy");
  button.addEventListener("click", () => {
    const day = o.day === null ? "" : `, ${human(o.day)}`;
    void navigator.clipboard?.writeText(`“${o.sentence}” (${o.source}${day})`).then(
      () => { button.textContent = "Copied"; }, () => { button.textContent = "Not allowed"; });
  });
  return button;
}

/** Who else published the report, each once. */
function publishers(o: Observation): HTMLElement[] {
  const others = [...new Set(o.also)].filter((text) => text !== o.source);
  if (others.length === 0) return [];
  return [h("span", { class: "note" }, "also published by"), ...others.slice(0, 5).map(source),
          ...(others.length > 5 ? [h("span", { class: "note" }, `and ${others.length - 5} more`)] : [])];
}

export function evidence(model: Model, o: Observation): HTMLElement {
  const edge = model.edges[o.edge];
  const notes = [
    o.status > 0 && STATUSES[o.status], edge.negated && "negated", o.said && h("span", {}, "according to ", name(o.said)),
    o.published !== null && o.published !== o.day && `reported ${human(o.published)}`,
  ].filter((n) => n !== false && n !== "");
  return h("article", { class: "evidence" }, sentence(o, model.types[edge.type].quad),
           h("footer", {}, h("time", {}, o.day === null ? "undated" : human(o.day)),
             ...notes.map((n) => h("span", { class: "note" }, n as Node | string)), source(o.source), ...publishers(o),
             h("span", { class: "certainty", title: "how sure the reading is" }, `${Math.round(o.confidence * 100)} % sure`),
             copyButton(o)));
}

/** The first `most` of a list, and a button for the others. */
export function limited<T>(items: T[], most: number, make: (item: T) => HTMLElement): HTMLElement {
  const list = h("div", { class: "list" }, ...items.slice(0, most).map(make));
  const rest = items.slice(most);
  if (rest.length === 0) return list;
  const more = h("button", { class: "quiet more", type: "button" }, `${rest.length} more`);
  more.addEventListener("click", () => {
    const next = rest.splice(0, 200).map(make);
    more.before(...next);
    (next[0].querySelector("button, a") as HTMLElement | null)?.focus();
    if (rest.length === 0) more.remove();
    else more.textContent = `${rest.length} more`;
  });
  list.appendChild(more);
  return list;
}
