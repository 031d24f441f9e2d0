// The drawing: sigma and graphology underneath, what is seen decided by a View. Only what changed is drawn anew.
import Graph from "graphology";
import Sigma from "sigma";
import type { NodeDisplayData } from "sigma/types";
import { Change } from "./changes";
import { CurveProgram, type DrawnEdge } from "./edge_program";
import { drawHover, Labels, type Box, type Labelled, type LabelStyle } from "./labels";
import type { Index, Model } from "./model";
import { ShapeProgram, type DrawnNode } from "./node_program";
import { withAlpha, type Palette } from "./palette";
import { Picker } from "./picker";
import { Tone, type View } from "./view";

/** What covers the edges of the drawing, in pixels. */
export interface Insets { left: number; right: number; top: number; bottom: number; covered: Box }

export interface SceneEvents {
  actor(index: Index): void;
  edge(index: Index): void;
  nothing(): void;
  hoverEdge(index: Index | null, x: number, y: number): void;
}

const MANY = 1500; // relations, of which those out of focus are not drawn
const CLOSEST = 0.28; // the camera's ratio: nearer than that, neighbourhoods lose their surroundings
const CLOSEST_PAIR = 0.05; // two neighbours in the crowd come apart, so that what is between them is seen
const FEW = 60; // actors that all get their labels, however small

function radii(model: Model): Float32Array {
  const [least, largest] = model.actors.length < 250 ? [5, 21] : model.actors.length < 1200 ? [3, 19] : [1.2, 16];
  const most = Math.max(1, ...model.actors.map((a) => a.mentions));
  return Float32Array.from(model.actors, (a) => least + (largest - least) * Math.sqrt((a.mentions - 1) / most));
}

/** Relations of one pair fan out; a single one runs straight. */
function curvatures(model: Model): Float32Array {
  const out = new Float32Array(model.edges.length);
  for (const between of model.pairs.values()) {
    const step = Math.min(0.13, 0.8 / between.length);
    between.forEach((i, k) => {
      const e = model.edges[i];
      out[i] = (k - (between.length - 1) / 2) * step * (e.subject < e.object ? 1 : -1);
    });
  }
  return out;
}

export class Scene {
  readonly sigma: Sigma;
  private readonly radius: Float32Array;
  private readonly curve: Float32Array;
  private readonly picker: Picker;
  private readonly overlay: CanvasRenderingContext2D;
  private view: View;
  private chosen: Index[] = [];
  private hovered: Index | null = null;
  private still = false; // the camera jumps
  private style: LabelStyle = { ink: "", halo: "", background: "" };
  private readonly labels: Labels;
  private readonly byWeight: Index[]; // actors, the most mentioned first
  private readonly core: Index[]; // those that hang together

  constructor(private readonly model: Model, container: HTMLElement, view: View, private palette: Palette,
              private readonly insets: () => Insets, events: SceneEvents) {
    this.view = view;
    this.radius = radii(model);
    this.curve = curvatures(model);
    this.byWeight = model.actors.map((_, i) => i).sort((a, b) => model.actors[b].mentions - model.actors[a].mentions);
    this.core = largestComponent(model);
    this.labels = new Labels((i) => model.actors[i].label);
    this.setStyle();
    this.sigma = new Sigma(this.graph(), container, {
      defaultNodeType: "shape", defaultEdgeType: "curve",
      nodeProgramClasses: { shape: ShapeProgram }, edgeProgramClasses: { curve: CurveProgram },
      nodeReducer: (key) => this.node(Number(key)), edgeReducer: (key) => this.edge(Number(key)),
      renderLabels: false, // ours keep clear of each other
      defaultDrawNodeHover: (context, data) => drawHover(context, data.label ?? "", data.x, data.y, data.size, this.style),
      stagePadding: 48, minCameraRatio: 0.02, maxCameraRatio: 3, zoomDuration: duration(180), inertiaDuration: duration(200),
    });
    this.picker = new Picker(model, this.sigma, this.curve);
    this.overlay = this.addOverlay(container);
    this.listen(events);
  }

  /** Draws `view`; only relations and actors that look different from before are touched. */
  show(view: View, chosen: Index[], palette: Palette): void {
    const before = this.view;
    const everything = palette !== this.palette || view.changes !== null || before.changes !== null ||
        dense(before) !== dense(view);
    this.view = view;
    this.chosen = chosen;
    this.palette = palette;
    this.setStyle();
    const nodes: string[] = [];
    const edges: string[] = [];
    view.nodes.forEach((tone, i) => { if (everything || tone !== before.nodes[i]) nodes.push(String(i)); });
    view.edges.forEach((tone, i) => {
      if (!this.drawn(i)) return;
      if (everything || tone !== before.edges[i] || (tone && view.weights[i] !== before.weights[i])) edges.push(String(i));
    });
    this.hovered = null;
    this.sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: true });
  }

  /** Moves the camera so that these actors are well in sight. */
  frame(actors: Index[]): void {
    const at = actors.map((i) => this.sigma.getNodeDisplayData(String(i)) as NodeDisplayData);
    if (at.length === 0) return this.fit();
    const xs = at.map((p) => p.x);
    const ys = at.map((p) => p.y);
    const [left, right] = extent(xs);
    const [bottom, top] = extent(ys);
    const cameraState = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
    const origin = this.sigma.framedGraphToViewport({ x: 0, y: 0 }, { cameraState });
    const scale = this.sigma.framedGraphToViewport({ x: 1, y: 0 }, { cameraState }).x - origin.x; // pixels a unit, at ratio 1
    const { width, height } = this.sigma.getDimensions();
    const inset = this.insets();
    const ratio = Math.min(1.5, Math.max(((right - left) * scale) / (width - inset.left - inset.right),
                                         ((top - bottom) * scale) / (height - inset.top - inset.bottom),
                                         actors.length < 3 ? CLOSEST_PAIR : CLOSEST));
    this.move({ ratio, x: (left + right) / 2 - ((inset.left - inset.right) / 2 / scale) * ratio,
                y: (bottom + top) / 2 + ((inset.top - inset.bottom) / 2 / scale) * ratio });
  }

  /** All that hangs together; scattered pairs may lie outside. */
  fit(): void {
    this.frame(this.core);
  }

  /** fit() at once. */
  place(): void {
    this.still = true;
    this.fit();
    this.still = false;
  }

  zoom(factor: number): void {
    this.move({ ratio: this.sigma.getCamera().getBoundedRatio(this.sigma.getCamera().ratio * factor) });
  }

  /** In pixels of the window. */
  actorAt(i: Index): { x: number; y: number } | undefined {
    return i < 0 ? undefined : this.inWindow(this.picker.place(i));
  }

  middleOf(edge: Index): { x: number; y: number } {
    return this.inWindow(this.picker.middle(edge));
  }

  private inWindow(p: { x: number; y: number }): { x: number; y: number } {
    const { left, top } = this.sigma.getContainer().getBoundingClientRect();
    return { x: p.x + left, y: p.y + top };
  }

  /** The shown actor nearest to `from` in the direction (dx, dy) of the screen; neighbours before strangers. */
  neighbour(from: Index, dx: number, dy: number): Index | null {
    const near = new Set(this.model.incident[from].flatMap((i) =>
      this.view.edges[i] ? [this.model.edges[i].subject, this.model.edges[i].object] : []));
    const start = this.picker.place(from);
    let best: Index | null = null;
    let least = Infinity;
    for (const i of near) {
      const p = this.picker.place(i);
      const [x, y] = [p.x - start.x, p.y - start.y];
      const ahead = x * dx + y * dy;
      if (i === from || ahead <= 0) continue;
      const cost = ahead + 2.5 * Math.abs(x * dy - y * dx);
      if (cost < least) [best, least] = [i, cost];
    }
    return best;
  }

  private move(target: { x?: number; y?: number; ratio?: number }): void {
    if (this.still || duration(1) === 0) this.sigma.getCamera().setState(target);
    else void this.sigma.getCamera().animate(target, { duration: 320, easing: "cubicInOut" });
  }

  /** Drawn in this order: small actors over large ones, often observed relations over rare ones. */
  private graph(): Graph {
    const graph = new Graph({ multi: true, type: "directed", allowSelfLoops: false });
    for (const i of this.byWeight) graph.addNode(String(i), { x: this.model.actors[i].x, y: this.model.actors[i].y });
    const size = (i: Index) => this.model.edges[i].end - this.model.edges[i].begin;
    const edges = this.model.edges.map((_, i) => i).filter((i) => this.drawn(i)).sort((a, b) => size(a) - size(b));
    for (const i of edges)
      graph.addDirectedEdgeWithKey(String(i), String(this.model.edges[i].subject), String(this.model.edges[i].object));
    return graph;
  }

  private drawn(edge: Index): boolean {
    return this.model.edges[edge].subject !== this.model.edges[edge].object;
  }

  private node(i: Index): Partial<DrawnNode> {
    const a = this.model.actors[i];
    const tone = this.view.nodes[i];
    const faint = tone === Tone.faint;
    return {
      x: a.x, y: a.y, size: this.radius[i], shape: a.kind, hidden: tone === Tone.hidden, label: a.label,
      highlighted: tone === Tone.strong,
      color: withAlpha(this.palette.kinds[a.kind], faint ? 0.18 : 1),
      rim: withAlpha(this.palette.background, faint || this.radius[i] < 2 ? 0 : 1), type: "shape",
    };
  }

  private edge(i: Index): Partial<DrawnEdge> {
    const e = this.model.edges[i];
    const tone = this.view.edges[i];
    const weight = this.view.changes ? Math.max(this.view.changes.before[i], this.view.changes.after[i])
                                     : this.view.weights[i];
    const rest = dense(this.view);
    const alpha = tone === Tone.strong ? 0.92 : tone === Tone.normal ? rest : this.view.changes ? 0.3 : rest / 10;
    const lost = tone === Tone.faint && !this.view.changes && this.view.shownEdges > MANY; // a haze, no more relations
    const changed = this.view.changes?.kind[i] ?? Change.none;
    return {
      size: Math.min(6, 1.1 + 0.8 * Math.log2(Math.max(1, weight))) + (tone === Tone.strong ? 0.5 : 0),
      color: withAlpha(this.edgeColour(i), alpha), hidden: tone === Tone.hidden || lost, curvature: this.curve[i],
      dashed: changed === Change.gone || (changed === Change.none && e.negated), head: e.mutual ? 0 : this.model.edges.length > MANY && tone !== Tone.strong ? 0.5 : 1,
      type: "curve",
    };
  }

  private edgeColour(i: Index): string {
    const { palette, view } = this;
    if (!view.changes) return palette.quads[this.model.types[this.model.edges[i].type].quad];
    return { [Change.appeared]: palette.appeared, [Change.gone]: palette.gone, [Change.changed]: palette.changed }[
      view.changes.kind[i]] ?? palette.same;
  }

  private setStyle(): void {
    this.style = { ink: this.palette.ink, halo: this.palette.halo, background: this.palette.background };
  }

  private listen(events: SceneEvents): void {
    let overNode = false;
    const point = (x: number, y: number) => {
      const busy = overNode || this.sigma.getMouseCaptor().isMoving;
      this.hover(busy ? null : this.picker.edgeAt(this.view, x, y), events, x, y);
    };
    this.sigma.on("clickNode", ({ node }) => events.actor(Number(node)));
    this.sigma.on("enterNode", () => { overNode = true; this.hover(null, events, 0, 0); });
    this.sigma.on("leaveNode", ({ event }) => { overNode = false; point(event.x, event.y); });
    this.sigma.on("clickStage", ({ event }) => {
      const edge = this.picker.edgeAt(this.view, event.x, event.y);
      if (edge === null) events.nothing();
      else events.edge(edge);
    });
    this.sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      this.frame([Number(node), ...this.model.incident[Number(node)].flatMap((i) =>
        this.view.edges[i] ? [this.model.edges[i].subject, this.model.edges[i].object] : [])]);
    });
    this.sigma.getMouseCaptor().on("mousemovebody", (event) => point(event.x, event.y));
    this.sigma.getMouseCaptor().on("mouseleave", () => this.hover(null, events, 0, 0));
    this.sigma.on("afterRender", () => { this.picker.moved(); this.paint(); });
  }

  private hover(edge: Index | null, events: SceneEvents, x: number, y: number): void {
    events.hoverEdge(edge, x, y);
    if (edge === this.hovered) return;
    this.hovered = edge;
    this.sigma.getContainer().classList.toggle("over-edge", edge !== null);
    this.paint();
  }

  private addOverlay(container: HTMLElement): CanvasRenderingContext2D {
    const canvas = document.createElement("canvas");
    canvas.className = "overlay";
    container.appendChild(canvas);
    return canvas.getContext("2d") as CanvasRenderingContext2D;
  }

  /** What lies over the drawing: rings around the chosen, the relation under the pointer. */
  private paint(): void {
    const { canvas } = this.overlay;
    const { width, height } = this.sigma.getDimensions();
    const dpr = window.devicePixelRatio || 1;
    if (canvas.width !== width * dpr || canvas.height !== height * dpr) {
      canvas.width = width * dpr;
      canvas.height = height * dpr;
    }
    this.overlay.setTransform(dpr, 0, 0, dpr, 0, 0);
    this.overlay.clearRect(0, 0, width, height);
    if (this.hovered !== null) {
      this.overlay.strokeStyle = this.edgeColour(this.hovered);
      this.overlay.lineWidth = 5;
      this.overlay.lineCap = "round";
      this.overlay.stroke(this.picker.path(this.hovered));
    }
    this.paintLabels(width, height);
    for (const i of this.chosen) {
      if (!this.view.nodes[i]) continue;
      const { x, y } = this.picker.place(i);
      this.overlay.beginPath();
      this.overlay.arc(x, y, this.sigma.scaleSize(this.radius[i]) * (this.model.actors[i].kind === 0 ? 1 : 1.25) + 6, 0, 2 * Math.PI);
      this.overlay.strokeStyle = this.palette.ink;
      this.overlay.lineWidth = 2;
      this.overlay.stroke();
    }
  }

  private paintLabels(width: number, height: number): void {
    const least = this.model.actors.length < 250 ? 4 : 3.8;
    const clear = this.byWeight.filter((i) => this.view.nodes[i] !== Tone.hidden && this.view.nodes[i] !== Tone.faint);
    const all = this.chosen.length > 0 || clear.length <= FEW;
    const wanted: Labelled[] = [];
    for (const actor of clear) {
      const tone = this.view.nodes[actor];
      const radius = this.sigma.scaleSize(this.radius[actor]);
      if (!all && radius < (this.view.changes ? least / 2 : least)) continue;
      wanted.push({ actor, ...this.picker.place(actor), radius, pill: tone === Tone.strong });
    }
    this.labels.paint(this.overlay, wanted, this.style, { width, height, covered: this.insets().covered });
  }
}

/** Where coordinates lie; of many without the few that stray. */
function extent(values: number[]): [number, number] {
  values.sort((a, b) => a - b);
  const stray = values.length > 100 ? Math.floor(0.01 * values.length) : 0;
  return [values[stray], values[values.length - 1 - stray]];
}

/** The actors of the largest part that hangs together. O(edges). */
function largestComponent(model: Model): Index[] {
  const seen = new Uint8Array(model.actors.length);
  let best: Index[] = [];
  for (let start = 0; start < seen.length; ++start) {
    if (seen[start]) continue;
    const part = [start];
    seen[start] = 1;
    for (let k = 0; k < part.length; ++k)
      for (const i of model.incident[part[k]])
        for (const next of [model.edges[i].subject, model.edges[i].object])
          if (!seen[next]) { seen[next] = 1; part.push(next); }
    if (part.length > best.length) best = part;
  }
  return best;
}

/** The opacity of relations at rest: the more there are, the lighter each. */
function dense(view: View): number {
  const n = view.shownEdges;
  return n < 400 ? 0.8 : n < 1500 ? 0.6 : n < 6000 ? 0.42 : 0.3;
}

export function duration(milliseconds: number): number {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : milliseconds;
}
