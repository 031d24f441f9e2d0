// Which relation lies under the pointer: geometry instead of a second drawing of all relations, so that it costs nothing
// until somebody asks, and finds what is visible only.
import type Sigma from "sigma";
import type { NodeDisplayData } from "sigma/types";
import type { Index, Model } from "./model";
import { Tone, type View } from "./view";

const REACH = 7; // pixels
const STEPS = 10;

export class Picker {
  private readonly xs: Float32Array;
  private readonly ys: Float32Array;
  private stale = true;

  constructor(private readonly model: Model, private readonly sigma: Sigma, private readonly curve: Float32Array) {
    this.xs = new Float32Array(model.actors.length);
    this.ys = new Float32Array(model.actors.length);
  }

  /** To be called when the camera has moved. */
  moved(): void {
    this.stale = true;
  }

  place(actor: Index): { x: number; y: number } {
    this.update();
    return { x: this.xs[actor], y: this.ys[actor] };
  }

  /** The nearest relation within reach; strong ones first, faint ones never. O(relations), some 2 ms for 20,000. */
  edgeAt(view: View, x: number, y: number): Index | null {
    this.update();
    let best: Index | null = null;
    let least = REACH;
    let tone: number = Tone.normal;
    for (let i = 0; i < this.model.edges.length; ++i) {
      if (view.edges[i] < tone && !(view.changes && view.edges[i])) continue;
      const d = this.distance(i, x, y);
      if (d >= REACH || (d >= least && view.edges[i] <= tone)) continue;
      [best, least, tone] = [i, d, Math.max(tone, view.edges[i])];
    }
    return best;
  }

  path(edge: Index): Path2D {
    this.update();
    const { subject: a, object: b } = this.model.edges[edge];
    const [cx, cy] = this.control(edge);
    const path = new Path2D();
    path.moveTo(this.xs[a], this.ys[a]);
    path.quadraticCurveTo(cx, cy, this.xs[b], this.ys[b]);
    return path;
  }

  middle(edge: Index): { x: number; y: number } {
    this.update();
    const { subject: a, object: b } = this.model.edges[edge];
    const [cx, cy] = this.control(edge);
    return { x: (this.xs[a] + 2 * cx + this.xs[b]) / 4, y: (this.ys[a] + 2 * cy + this.ys[b]) / 4 };
  }

  private update(): void {
    if (!this.stale) return;
    this.stale = false;
    for (let i = 0; i < this.xs.length; ++i) {
      const p = this.sigma.framedGraphToViewport(this.sigma.getNodeDisplayData(String(i)) as NodeDisplayData);
      this.xs[i] = p.x;
      this.ys[i] = p.y;
    }
  }

  /** As edge_program.ts bends it; the screen's y runs downwards, hence the sign. */
  private control(edge: Index): [number, number] {
    const { subject: a, object: b } = this.model.edges[edge];
    const [dx, dy] = [this.xs[b] - this.xs[a], this.ys[b] - this.ys[a]];
    return [(this.xs[a] + this.xs[b]) / 2 + dy * this.curve[edge], (this.ys[a] + this.ys[b]) / 2 - dx * this.curve[edge]];
  }

  private distance(edge: Index, x: number, y: number): number {
    const { subject: a, object: b } = this.model.edges[edge];
    const [ax, ay, bx, by] = [this.xs[a], this.ys[a], this.xs[b], this.ys[b]];
    const [cx, cy] = this.control(edge);
    if (x < Math.min(ax, bx, cx) - REACH || x > Math.max(ax, bx, cx) + REACH || y < Math.min(ay, by, cy) - REACH ||
        y > Math.max(ay, by, cy) + REACH) return Infinity;
    let least = Infinity;
    let [px, py] = [ax, ay];
    for (let s = 1; s <= STEPS; ++s) {
      const t = s / STEPS;
      const [u, v, w] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
      const [qx, qy] = [u * ax + v * cx + w * bx, u * ay + v * cy + w * by];
      least = Math.min(least, toSegment(x, y, px, py, qx, qy));
      [px, py] = [qx, qy];
    }
    return least;
  }
}

function toSegment(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length > 0 ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
