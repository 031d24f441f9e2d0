// The panel while exploring: the whole graph, an actor, or what stands between two actors.
import { human } from "./dates";
import { actorButton, dates, evidence, h, icon, kindLabel, limited, mixBar, name, typeChip } from "./parts";
import { ICONS } from "./dom";
import { className, other, pairKey, type Index, type Model, type Observation } from "./model";
import { kindIcon } from "./search";
import type { State, Store } from "./state";
import { within, type View } from "./view";

interface Tie {
  actor: Index;
  edges: Index[];
  counts: number[]; // by quad
  weight: number;
}

function seen(model: Model, s: State, edge: Index): Observation[] {
  return model.observations.slice(...within(model, edge, s.from, s.to));
}

/** An actor's counterparts within the filters, the most observed first. */
function ties(model: Model, view: View, actor: Index): Tie[] {
  const out = new Map<Index, Tie>();
  for (const i of model.incident[actor]) {
    if (view.weights[i] === 0) continue;
    const e = model.edges[i];
    const tie = out.get(other(e, actor)) ?? { actor: other(e, actor), edges: [], counts: [0, 0, 0, 0, 0], weight: 0 };
    tie.edges.push(i);
    tie.counts[model.types[e.type].quad] += view.weights[i];
    tie.weight += view.weights[i];
    out.set(tie.actor, tie);
  }
  for (const tie of out.values()) tie.edges.sort((a, b) => view.weights[b] - view.weights[a] || a - b);
  return [...out.values()].sort((a, b) => b.weight - a.weight || a.actor - b.actor);
}

export function overview(model: Model, store: Store, view: View): HTMLElement[] {
  const mentions = new Float64Array(model.actors.length);
  view.weights.forEach((w, i) => {
    mentions[model.edges[i].subject] += w;
    mentions[model.edges[i].object] += w;
  });
  const top = model.actors.map((_, i) => i).filter((i) => mentions[i] > 0)
    .sort((a, b) => mentions[b] - mentions[a] || a - b).slice(0, 12);
  const strongest = [...view.weights.keys()].filter((i) => view.weights[i] > 0)
    .sort((a, b) => view.weights[b] - view.weights[a] || a - b).slice(0, 8);
  if (top.length === 0) return [h("div", { class: "empty" }, h("h2", {}, "Nothing to show"), h("p", {},
    "No relation lies within these dates and filters. Widen the time line or show everything again."))];
  const sentences = model.observations.length.toLocaleString("en");
  return [
    h("header", { class: "head" }, h("h2", {}, "Who does what to whom"),
      h("p", { class: "lead" }, `${model.actors.length.toLocaleString("en")} actors, `,
        `${model.edges.length.toLocaleString("en")} relations, read in ${sentences} observations from ${
          human(model.first)} to ${human(model.last - 1)}. `, "Choose an actor or a relation to see the sentences behind it.")),
    h("h3", {}, "Most mentioned"),
    h("div", { class: "list" }, ...top.map((i) => {
      const counts = [0, 0, 0, 0, 0];
      for (const e of model.incident[i]) counts[model.types[model.edges[e].type].quad] += view.weights[e];
      return h("div", { class: "bar-row" }, actorButton(model, store, i), mixBar(counts, mentions[top[0]]),
               h("span", { class: "count" }, mentions[i]));
    })),
    h("h3", {}, "Most observed relations"),
    h("div", { class: "list" }, ...strongest.map((i) => relationRow(model, store, view, i))),
  ];
}

/** "China → Taliban  request  ×3", which opens the relation. */
export function relationRow(model: Model, store: Store, view: View, edge: Index, count = view.weights[edge]): HTMLElement {
  const e = model.edges[edge];
  const open = () => store.set({ actor: e.subject, counterpart: e.object, edge });
  return h("button", { class: "relation-row", type: "button", click: open },
           h("span", { class: "ends" }, kindIcon(model.actors[e.subject].kind), name(model.actors[e.subject].label),
             h("span", { class: "arrow" }, e.mutual ? "↔" : "→"), name(model.actors[e.object].label)),
           h("span", { class: "what" }, typeChip(model, e), h("q", {}, e.label), h("span", { class: "count" }, `×${count}`)));
}

function back(store: Store, change: Partial<State>, label: string): HTMLElement {
  return h("button", { class: "quiet back", type: "button", click: () => store.set(change) }, icon(ICONS.back), label);
}

export function actorPanel(model: Model, store: Store, s: State, view: View, actor: Index): HTMLElement[] {
  const a = model.actors[actor];
  const list = ties(model, view, actor);
  const observations = model.incident[actor].flatMap((i) => (view.weights[i] > 0 ? seen(model, s, i) : []));
  const country = a.country && a.country !== a.id ? model.byId.get(a.country) : undefined;
  const facts = [kindLabel(a.kind), `${a.mentions.toLocaleString("en")} mentions`, observations.length > 0 && dates(observations)];
  const latest = [...observations].sort((x, y) => (y.day ?? -1e9) - (x.day ?? -1e9) || y.edge - x.edge).slice(0, 3);
  return [
    back(store, { actor: null, counterpart: null, edge: null }, "Overview"),
    h("header", { class: "head" }, h("h2", {}, kindIcon(a.kind), name(a.label)),
      h("p", { class: "lead" }, facts.filter(Boolean).join(" · "),
        country !== undefined && h("span", {}, " · ", actorButton(model, store, country))),
      h("div", { class: "actions" },
        h("button", { class: "button", type: "button",
                      click: () => store.set({ mode: "path", pathFrom: actor, actor: null, counterpart: null, edge: null, route: 0 }) },
          "Path from here"))),
    list.length === 0 ? h("div", { class: "empty" }, h("p", {}, "No relation of this actor lies within these dates and filters."))
                      : h("h3", {}, `${list.length} counterpart${list.length === 1 ? "" : "s"}`),
    limited(list, 40, (tie) => tieRow(model, store, actor, tie, list[0].weight)),
    ...(latest.length > 0 ? [h("h3", {}, "Latest sentences"), ...latest.map((o) => evidence(model, o))] : []),
  ];
}

function tieRow(model: Model, store: Store, actor: Index, tie: Tie, most: number): HTMLElement {
  const e = model.edges[tie.edges[0]];
  const arrow = e.mutual ? "↔" : e.subject === actor ? "→" : "←";
  return h("button", { class: "tie", type: "button", click: () => store.set({ actor, counterpart: tie.actor, edge: null }) },
           h("span", { class: "ends" }, kindIcon(model.actors[tie.actor].kind),
             h("span", { class: "grow" }, name(model.actors[tie.actor].label)), h("span", { class: "count" }, tie.weight)),
           mixBar(tie.counts, most),
           h("span", { class: "what" }, h("span", { class: "arrow" }, arrow), typeChip(model, e), h("q", {}, e.label),
             tie.edges.length > 1 && h("span", { class: "also" }, `+${tie.edges.length - 1}`)));
}

export function pairPanel(model: Model, store: Store, s: State, view: View, a: Index, b: Index): HTMLElement[] {
  const between = [...(model.pairs.get(pairKey(a, b)) ?? [])].filter((i) => view.edges[i] > 0)
    .sort((x, y) => view.weights[y] - view.weights[x] || x - y);
  return [
    back(store, { counterpart: null, edge: null }, model.actors[a].label),
    h("header", { class: "head" }, h("h2", { class: "pair" }, actorButton(model, store, a), h("span", { class: "and" }, "and"),
                                     actorButton(model, store, b)),
      h("p", { class: "lead" }, between.length === 0 ? "Nothing within these dates and filters."
                                                     : `${between.length} relation${between.length === 1 ? "" : "s"}`)),
    ...between.map((i, k) => relation(model, s, view, i, s.edge === null ? k === 0 : s.edge === i)),
  ];
}

function relation(model: Model, s: State, view: View, edge: Index, open: boolean): HTMLElement {
  const e = model.edges[edge];
  const observations = s.mode === "changes" && view.changes ? model.observations.slice(e.begin, e.end) : seen(model, s, edge);
  return h("details", { class: "relation", open, "data-edge": edge },
           h("summary", { title: className(model, e) },
             h("span", { class: "ends" }, name(model.actors[e.subject].label), h("span", { class: "arrow" }, e.mutual ? "↔" : "→"),
               name(model.actors[e.object].label)),
             h("span", { class: "what" }, typeChip(model, e), h("q", {}, e.label),
               h("span", { class: "count" }, `×${observations.length}`)),
             h("span", { class: "when" }, dates(observations),
               e.tone !== 0 && h("span", { title: "mean Goldstein score, -10 to 10" }, ` · tone ${e.tone > 0 ? "+" : ""}${e.tone.toFixed(1)}`))),
           limited([...observations].reverse(), 12, (o) => evidence(model, o)));
}

