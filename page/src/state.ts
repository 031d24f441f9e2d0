// What the reader has chosen, and its form in the address: every view of the page is a link.
import { className, type Index, type Model } from "./model";
import { iso, parseIso } from "./dates";

export type Mode = "explore" | "path" | "changes";
export type Theme = "auto" | "light" | "dark";

export interface State {
  mode: Mode;
  actor: Index | null; // chosen; with `counterpart` the pair of them
  counterpart: Index | null;
  edge: Index | null; // the relation of the pair that is opened
  from: number | null; // days, half-open; null = open
  to: number | null;
  quads: boolean[]; // shown, by quad 0 to 4
  types: Set<number>; // hidden
  kinds: Set<number>; // hidden
  minWeight: number;
  pathFrom: Index | null;
  pathTo: Index | null;
  undirected: boolean;
  route: number; // which of the paths found is shown
  at: [number, number]; // the two dates of `changes`
  window: number; // days that a date looks back
  theme: Theme;
}

export function initial(model: Model): State {
  return {
    mode: "explore", actor: null, counterpart: null, edge: null, from: null, to: null,
    quads: [true, true, true, true, true], types: new Set(), kinds: new Set(), minWeight: 1,
    pathFrom: null, pathTo: null, undirected: false, route: 0,
    at: defaultDates(model), window: 30, theme: "auto",
  };
}

function defaultDates(model: Model): [number, number] {
  const last = model.last - 1;
  return [Math.max(model.first, last - 30), last];
}

/** The part of a state that a link carries: what it has in common with the initial one is left out. */
export function toFragment(model: Model, s: State): string {
  const out = new URLSearchParams();
  const id = (i: Index) => model.actors[i].id;
  if (s.mode !== "explore") out.set("mode", s.mode);
  if (s.actor !== null) out.set("actor", id(s.actor));
  if (s.counterpart !== null) out.set("with", id(s.counterpart));
  if (s.edge !== null) {
    const e = model.edges[s.edge];
    out.set("relation", (e.subject === s.actor ? ">" : "<") + className(model, e));
  }
  if (s.from !== null) out.set("from", iso(s.from));
  if (s.to !== null) out.set("to", iso(s.to));
  if (s.quads.includes(false)) out.set("quad", s.quads.flatMap((on, q) => (on ? [q] : [])).join(","));
  if (s.types.size > 0) out.set("without", [...s.types].sort((a, b) => a - b).map((t) => model.types[t].name).join(","));
  if (s.kinds.size > 0) out.set("without-kind", [...s.kinds].sort((a, b) => a - b).join(","));
  if (s.minWeight > 1) out.set("min-weight", String(s.minWeight));
  if (s.pathFrom !== null) out.set("path-from", id(s.pathFrom));
  if (s.pathTo !== null) out.set("path-to", id(s.pathTo));
  if (s.undirected) out.set("undirected", "1");
  if (s.route > 0) out.set("route", String(s.route + 1));
  if (s.mode === "changes") for (const day of s.at) out.append("at", iso(day));
  if (s.window !== 30) out.set("window", String(s.window));
  return out.toString();
}

/** The state that a link means. What it names and the graph does not have is left out. */
export function fromFragment(model: Model, fragment: string): State {
  const s = initial(model);
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  const actor = (key: string) => model.byId.get(given.get(key) ?? "") ?? null;
  const mode = given.get("mode");
  if (mode === "path" || mode === "changes") s.mode = mode;
  s.actor = actor("actor");
  s.counterpart = s.actor === null ? null : actor("with");
  s.edge = relation(model, s, given.get("relation"));
  s.from = parseIso(given.get("from"));
  s.to = parseIso(given.get("to"));
  const quads = given.get("quad");
  if (quads !== null) s.quads = s.quads.map((_, q) => quads.split(",").includes(String(q)));
  const without = (given.get("without") ?? "").split(",");
  s.types = new Set(model.types.flatMap((t, i) => (without.includes(t.name) ? [i] : [])));
  s.kinds = new Set((given.get("without-kind") ?? "").split(",").filter((k) => /^[0-8]$/.test(k)).map(Number));
  s.minWeight = whole(given.get("min-weight"), 1);
  s.pathFrom = actor("path-from");
  s.pathTo = actor("path-to");
  s.undirected = given.get("undirected") === "1";
  s.route = whole(given.get("route"), 1) - 1;
  const at = given.getAll("at").map(parseIso).filter((d) => d !== null);
  if (at.length === 2) s.at = [Math.min(at[0], at[1]), Math.max(at[0], at[1])];
  s.window = whole(given.get("window"), 30);
  return s;
}

function whole(text: string | null, otherwise: number): number {
  const n = Number(text ?? otherwise);
  return Number.isInteger(n) && n >= 1 && n <= 100_000 ? n : otherwise;
}

function relation(model: Model, s: State, text: string | null): Index | null {
  if (s.actor === null || s.counterpart === null || !text) return null;
  const outward = text[0] === ">";
  return model.incident[s.actor].find((i) => {
    const e = model.edges[i];
    const there = outward ? e.subject === s.actor && e.object === s.counterpart
                          : e.object === s.actor && e.subject === s.counterpart;
    return there && className(model, e) === text.slice(1);
  }) ?? null;
}

/** Holds the state, keeps the address in step, and tells everyone who asked. */
export class Store {
  private listeners: ((state: State, before: State) => void)[] = [];

  constructor(readonly model: Model, public state: State) {
    window.addEventListener("hashchange", () => {
      if (location.hash.slice(1) !== toFragment(model, this.state))
        this.take({ ...fromFragment(model, location.hash), theme: this.state.theme });
    });
  }

  subscribe(listener: (state: State, before: State) => void): void {
    this.listeners.push(listener);
  }

  /** `lasting` changes get an entry in the browser's history; a drag of the slider does not. */
  set(change: Partial<State>, lasting = true): void {
    this.take({ ...this.state, ...change });
    const fragment = toFragment(this.model, this.state);
    if (fragment === location.hash.slice(1)) return;
    const url = fragment ? "#" + fragment : location.pathname + location.search;
    if (lasting) history.pushState(null, "", url);
    else history.replaceState(null, "", url);
  }

  private take(state: State): void {
    const before = this.state;
    this.state = state;
    for (const listener of this.listeners) listener(state, before);
  }
}
