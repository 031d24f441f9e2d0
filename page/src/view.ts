// State → what is seen: how often each relation was observed within the filters, and how each thing is to be drawn.
import { pairKey, type Index, type Model } from "./model";
import type { State } from "./state";
import { Change, compare, type Changes } from "./changes";
import { findPaths, type Path, type Weights } from "./paths";

export enum Tone { hidden, faint, normal, strong }

export interface View extends Weights {
  weights: Uint32Array; // observations of each edge within the filters
  begins: Uint32Array; // and the first of them
  edges: Uint8Array; // Tone
  nodes: Uint8Array; // Tone
  changes: Changes | null;
  paths: Path[] | null; // null: not asked for
  shownEdges: number;
  shownActors: number;
}

/** The first observation in [begin, end) that is dated `day` or later; undated ones come first. O(log n). */
function lowerBound(model: Model, begin: number, end: number, day: number): number {
  while (begin < end) {
    const middle = (begin + end) >> 1;
    const d = model.observations[middle].day;
    if (d === null || d < day) begin = middle + 1;
    else end = middle;
  }
  return begin;
}

/** The observations of an edge within [from, to), as a range of indices. Without a window undated ones count too. */
export function within(model: Model, edge: Index, from: number | null, to: number | null): [number, number] {
  const e = model.edges[edge];
  if (from === null && to === null) return [e.begin, e.end];
  const low = lowerBound(model, e.begin, e.end, from ?? -Infinity);
  return [low, to === null ? e.end : lowerBound(model, low, e.end, to)];
}

/** Whether the filters let a relation pass, whenever it was observed. */
export function passes(model: Model, s: State, edge: Index): boolean {
  const e = model.edges[edge];
  return s.quads[model.types[e.type].quad] && !s.types.has(e.type) && !s.kinds.has(model.actors[e.subject].kind) &&
      !s.kinds.has(model.actors[e.object].kind);
}

function weigh(model: Model, s: State): Weights {
  const weights = new Uint32Array(model.edges.length);
  const begins = new Uint32Array(model.edges.length);
  for (let i = 0; i < weights.length; ++i) {
    if (!passes(model, s, i)) continue;
    const [begin, end] = within(model, i, s.from, s.to);
    if (end - begin >= s.minWeight) weights[i] = end - begin;
    begins[i] = begin;
  }
  return { weights, begins };
}

function dim(view: View): void {
  for (const tones of [view.nodes, view.edges]) tones.forEach((tone, i) => { if (tone) tones[i] = Tone.faint; });
}

function focusPair(model: Model, view: View, a: Index, b: Index): void {
  dim(view);
  for (const i of model.pairs.get(pairKey(a, b)) ?? []) if (view.edges[i]) view.edges[i] = Tone.strong;
  view.nodes[a] = view.nodes[b] = Tone.strong;
}

function focusActor(model: Model, view: View, actor: Index): void {
  dim(view);
  for (const i of model.incident[actor]) {
    if (!view.edges[i]) continue;
    const e = model.edges[i];
    view.edges[i] = Tone.strong;
    view.nodes[e.subject] = view.nodes[e.object] = Tone.normal;
  }
  view.nodes[actor] = Tone.strong;
}

function focusPath(view: View, path: Path): void {
  dim(view);
  for (const actor of path.actors) view.nodes[actor] = Tone.strong;
  for (const hop of path.hops) for (const edge of hop) view.edges[edge] = Tone.strong;
}

function showChanges(model: Model, s: State, view: View): void {
  const changes = compare(model, s);
  view.changes = changes;
  view.edges.fill(Tone.hidden);
  view.nodes.fill(Tone.hidden);
  changes.kind.forEach((kind, i) => {
    if (kind === Change.none) return;
    const tone = kind === Change.same ? Tone.faint : Tone.normal;
    view.edges[i] = tone;
    for (const n of [model.edges[i].subject, model.edges[i].object])
      if (view.nodes[n] < tone) view.nodes[n] = tone;
  });
}

export function look(model: Model, s: State): View {
  const { weights, begins } = weigh(model, s);
  const view: View = {
    weights, begins, edges: new Uint8Array(weights.length), nodes: new Uint8Array(model.actors.length), changes: null,
    paths: null, shownEdges: 0, shownActors: 0,
  };
  weights.forEach((w, i) => {
    if (w === 0) return;
    view.edges[i] = Tone.normal;
    view.nodes[model.edges[i].subject] = view.nodes[model.edges[i].object] = Tone.normal;
  });
  if (s.mode === "changes") showChanges(model, s, view);
  view.shownEdges = view.edges.reduce((n, tone) => n + (tone ? 1 : 0), 0);
  view.shownActors = view.nodes.reduce((n, tone) => n + (tone ? 1 : 0), 0);
  if (s.mode === "path" && s.pathFrom !== null && s.pathTo !== null)
    view.paths = findPaths(model, view, s.pathFrom, s.pathTo, s.undirected);
  if (s.actor !== null && s.counterpart !== null) focusPair(model, view, s.actor, s.counterpart);
  else if (s.actor !== null) focusActor(model, view, s.actor);
  else if (view.paths?.length) focusPath(view, view.paths[Math.min(s.route, view.paths.length - 1)]);
  return view;
}
