// How two actors are connected, as `entente path` finds it: the best simple paths by hops, then by the confidence of each
// hop's surest relation, then by the ids along the way. Yen 1971 over breadth-first layers.
import type { Index, Model } from "./model";

export interface Path {
  actors: Index[];
  hops: Index[][]; // the relations of each hop, the surest first
  confidence: number;
}

/** The observations of each edge within the filters: `weights` of them from `begins` on. */
export interface Weights {
  weights: Uint32Array;
  begins: Uint32Array;
}

interface Link {
  to: Index;
  cost: number; // -log of the best relation's confidence, in millionths
}

interface Route {
  actors: Index[];
  cost: number;
}

const MAX_HOPS = 6;

/** What is affirmed before what is denied, then the surest: negative where `a` comes first. */
function order(model: Model, sure: Float64Array, a: Index, b: Index): number {
  return Number(model.edges[a].negated) - Number(model.edges[b].negated) || sure[b] - sure[a] || a - b;
}

/** How sure each relation is by what was observed within the filters: as if its observations were independent. */
function confidences(model: Model, view: Weights): Float64Array {
  return Float64Array.from(model.edges, (e, i) => {
    if (view.weights[i] === e.end - e.begin) return e.confidence;
    let doubt = 1;
    for (let o = view.begins[i]; o < view.begins[i] + view.weights[i]; ++o) doubt *= 1 - model.observations[o].confidence;
    return Math.min(Math.round((1 - doubt) * 1000) / 1000, 0.999);
  });
}

function links(model: Model, view: Weights, sure: Float64Array, undirected: boolean): Map<Index, Index>[] {
  const out: Map<Index, Index>[] = model.actors.map(() => new Map());
  const put = (from: Index, to: Index, edge: Index) => {
    const known = out[from].get(to);
    if (known === undefined || order(model, sure, edge, known) < 0) out[from].set(to, edge);
  };
  model.edges.forEach((e, i) => {
    if (view.weights[i] === 0 || e.negated || e.subject === e.object) return; // what is only denied is no hop
    put(e.subject, e.object, i);
    if (e.mutual || undirected) put(e.object, e.subject, i);
  });
  return out;
}

function costOf(confidence: number): number {
  return 1 + Math.round(-Math.log(Math.max(confidence, 1e-3)) * 1e6);
}

function isBefore(a: Route, b: Route): boolean {
  if (a.actors.length !== b.actors.length) return a.actors.length < b.actors.length;
  if (a.cost !== b.cost) return a.cost < b.cost;
  for (let i = 0; i < a.actors.length; ++i) if (a.actors[i] !== b.actors[i]) return a.actors[i] < b.actors[i];
  return false;
}

/** The best route that continues `root` without its actors and without the first steps in `barred`. O(links). */
function best(adjacency: Link[][], root: Route, target: Index, barred: Set<Index>): Route | null {
  const seen = new Set(root.actors);
  let layer = new Map<Index, Route>([[root.actors[root.actors.length - 1], root]]);
  for (let hops = root.actors.length; hops <= MAX_HOPS && layer.size > 0; ++hops) {
    const next = new Map<Index, Route>();
    for (const [from, route] of layer) {
      for (const { to, cost } of adjacency[from]) {
        if (seen.has(to) || (route === root && barred.has(to))) continue;
        const known = next.get(to);
        if (known && known.cost < route.cost + cost) continue;
        const candidate = { actors: [...route.actors, to], cost: route.cost + cost };
        if (!known || isBefore(candidate, known)) next.set(to, candidate);
      }
    }
    const found = next.get(target);
    if (found) return found;
    for (const actor of next.keys()) seen.add(actor);
    layer = next;
  }
  return null;
}

function startsWith(route: Route, root: Index[]): boolean {
  return root.every((actor, i) => route.actors[i] === actor);
}

function kBest(adjacency: Link[][], from: Index, to: Index, count: number): Route[] {
  const found: Route[] = [];
  const candidates: Route[] = [];
  const first = best(adjacency, { actors: [from], cost: 0 }, to, new Set());
  for (let route = first; route; route = candidates.shift() ?? null) {
    found.push(route);
    if (found.length === count) break;
    let root: Route = { actors: [from], cost: 0 };
    for (let i = 0; i + 1 < route.actors.length; ++i) {
      const barred = new Set(found.filter((r) => startsWith(r, root.actors)).map((r) => r.actors[i + 1]));
      const detour = best(adjacency, root, to, barred);
      if (detour && !candidates.some((c) => startsWith(c, detour.actors))) candidates.push(detour);
      const step = adjacency[route.actors[i]].find((l) => l.to === route.actors[i + 1]) as Link;
      root = { actors: [...root.actors, step.to], cost: root.cost + step.cost };
    }
    candidates.sort((a, b) => (isBefore(a, b) ? -1 : 1));
  }
  return found;
}

/** The relations that lead from one actor to another, the best first. */
function hop(model: Model, view: Weights, sure: Float64Array, from: Index, to: Index, undirected: boolean): Index[] {
  return model.incident[from].filter((i) => {
    const e = model.edges[i];
    return view.weights[i] > 0 && ((e.subject === from && e.object === to) ||
        (e.object === from && e.subject === to && (e.mutual || undirected)));
  }).sort((a, b) => order(model, sure, a, b));
}

/** Yen's algorithm, each search O(links): some 50 ms among 3,000 actors. */
export function findPaths(model: Model, view: Weights, from: Index, to: Index, undirected: boolean, count = 5): Path[] {
  if (from === to) return [];
  const sure = confidences(model, view);
  const adjacency = links(model, view, sure, undirected).map((m) =>
    [...m].map(([actor, edge]) => ({ to: actor, cost: costOf(sure[edge]) })));
  return kBest(adjacency, from, to, count).map(({ actors }) => {
    const hops = actors.slice(1).map((actor, i) => hop(model, view, sure, actors[i], actor, undirected));
    return { actors, hops, confidence: hops.reduce((c, h) => c * sure[h[0]], 1) };
  });
}
