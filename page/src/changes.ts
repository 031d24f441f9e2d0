// What changed between two dates, as `entente diff --at D1 --at D2` tells it: the state at a date is what was observed
// in the `window` days up to and including it.
import type { Model } from "./model";
import type { State } from "./state";
import { passes, within } from "./view";

export enum Change { none, same, appeared, gone, changed }

export interface Changes {
  kind: Uint8Array; // Change of each edge
  before: Uint32Array; // observations
  after: Uint32Array;
  counts: number[]; // by Change
}

export function stateAt(day: number, window: number): [number, number] {
  return [day - window + 1, day + 1];
}

/** O(edges log observations). */
export function compare(model: Model, s: State): Changes {
  const n = model.edges.length;
  const out: Changes = { kind: new Uint8Array(n), before: new Uint32Array(n), after: new Uint32Array(n),
                         counts: [0, 0, 0, 0, 0] };
  const [first, second] = s.at.map((day) => stateAt(day, s.window));
  for (let i = 0; i < n; ++i) {
    if (!passes(model, s, i)) continue;
    const a = within(model, i, ...first);
    const b = within(model, i, ...second);
    const before = a[1] - a[0] >= s.minWeight ? a[1] - a[0] : 0;
    const after = b[1] - b[0] >= s.minWeight ? b[1] - b[0] : 0;
    out.before[i] = before;
    out.after[i] = after;
    if (before && after) out.kind[i] = a[0] === b[0] && a[1] === b[1] ? Change.same : Change.changed;
    else if (after) out.kind[i] = Change.appeared;
    else if (before) out.kind[i] = Change.gone;
    ++out.counts[out.kind[i]];
  }
  return out;
}
