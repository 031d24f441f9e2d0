// The time line: how much was reported when, cooperation above and conflict below, a window to drag, and play.
import { human, span, ticks } from "./dates";
import { h, icon, ICONS, replace } from "./dom";
import type { Model } from "./model";
import { isDark, paletteFor, withAlpha } from "./palette";
import type { State, Store } from "./state";
import { stateAt } from "./changes";
import { passes } from "./view";

const STEP_TIME = 120; // milliseconds between two steps of play
const STEPS = 120; // of play across the whole time

type Handle = { element: HTMLElement; get(s: State): number; set(day: number): void };

export class Timeline {
  readonly element: HTMLElement;
  private readonly canvas = h("canvas", { "aria-hidden": "true" });
  private readonly selection = h("div", { class: "selection" });
  private readonly track = h("div", { class: "track" }, this.canvas, this.selection);
  private readonly caption = h("output", { class: "caption" });
  private readonly playButton: HTMLButtonElement;
  private readonly allButton: HTMLButtonElement;
  private readonly handles: [Handle, Handle];
  private timer = 0;
  private drawnFor = "";

  constructor(private readonly model: Model, private readonly store: Store) {
    this.playButton = h("button", { class: "tool", type: "button", "aria-label": "Play", title: "Play (Space)",
                                    click: () => this.toggle() }, icon(ICONS.play));
    this.allButton = h("button", { class: "quiet", type: "button", click: () => this.store.set({ from: null, to: null }) },
                       "All dates");
    this.handles = [this.handle(0), this.handle(1)];
    for (const handle of this.handles) this.track.appendChild(handle.element);
    this.element = h("section", { class: "timeline", "aria-label": "Time" },
                     h("div", { class: "timeline-head" }, this.playButton, this.caption, this.allButton), this.track);
    this.track.addEventListener("pointerdown", (event) => this.dragWindow(event));
    new ResizeObserver(() => { this.drawnFor = ""; this.update(this.store.state, this.count); }).observe(this.track);
  }

  private count = 0;

  update(s: State, shownEdges: number): void {
    this.count = shownEdges;
    const changes = s.mode === "changes";
    const [a, b] = this.handles.map((handle) => handle.get(s));
    this.handles.forEach(({ element }, i) => {
      const day = i === 0 ? a : b;
      element.style.left = `${this.share(changes ? day + 0.5 : day) * 100}%`;
      element.setAttribute("aria-valuenow", String(day));
      element.setAttribute("aria-valuetext", changes || i === 0 ? human(day) : human(day - 1));
      element.setAttribute("aria-label", changes ? (i === 0 ? "First date" : "Second date") : i === 0 ? "From" : "Until");
      element.dataset.mark = changes ? "AB"[i] : "";
    });
    this.selection.hidden = changes;
    this.selection.classList.toggle("whole", s.from === null && s.to === null);
    this.selection.style.left = `${this.share(a) * 100}%`;
    this.selection.style.width = `${(this.share(b) - this.share(a)) * 100}%`;
    this.allButton.hidden = changes || (s.from === null && s.to === null);
    this.playButton.hidden = changes;
    replace(this.caption, this.words(s, shownEdges));
    this.draw(s);
  }

  toggle(): void {
    if (this.timer) return this.stop();
    const { from, to, mode } = this.store.state;
    if (mode === "changes") return;
    const step = Math.max(1, Math.round((this.model.last - this.model.first) / STEPS));
    const width = from === null ? null : (to ?? this.model.last) - from;
    let end = to === null || to >= this.model.last ? this.model.first + (width ?? 0) : to;
    this.playButton.replaceChildren(icon(ICONS.pause));
    this.playButton.setAttribute("aria-label", "Pause");
    const advance = () => {
      end = Math.min(end + step, this.model.last);
      this.store.set({ from: width === null ? null : end - width, to: end }, false);
      if (end >= this.model.last) this.stop();
      else this.timer = window.setTimeout(advance, STEP_TIME);
    };
    this.timer = window.setTimeout(advance, 0);
  }

  stop(): void {
    window.clearTimeout(this.timer);
    this.timer = 0;
    this.playButton.replaceChildren(icon(ICONS.play));
    this.playButton.setAttribute("aria-label", "Play");
  }

  private words(s: State, shownEdges: number): string {
    const relations = `${shownEdges.toLocaleString("en")} relation${shownEdges === 1 ? "" : "s"}`;
    if (s.mode === "changes") return `${human(s.at[0])} compared with ${human(s.at[1])}`;
    if (s.from === null && s.to === null) return `All dates · ${relations}`;
    if (s.from === null) return `Until ${human((s.to as number) - 1)} · ${relations}`;
    if (s.to === null) return `Since ${human(s.from)} · ${relations}`;
    return `${span(s.from, s.to - 1)} · ${relations}`;
  }

  private share(day: number): number {
    return Math.min(1, Math.max(0, (day - this.model.first) / (this.model.last - this.model.first)));
  }

  private dayAt(x: number): number {
    const { left, width } = this.track.getBoundingClientRect();
    return Math.round(this.model.first + ((x - left) / width) * (this.model.last - this.model.first));
  }

  /** The window's ends (the second one excluded), or the two dates of a comparison. */
  private set(i: number, day: number, lasting: boolean): void {
    const { model } = this;
    const s = this.store.state;
    if (s.mode === "changes") {
      const at: [number, number] = [...s.at];
      at[i] = i === 0 ? Math.min(Math.max(day, model.first), at[1]) : Math.max(Math.min(day, model.last - 1), at[0]);
      this.store.set({ at }, lasting);
    } else if (i === 0) {
      const from = Math.min(day, (s.to ?? model.last) - 1);
      this.store.set({ from: from <= model.first ? null : from }, lasting);
    } else {
      const to = Math.max(day, (s.from ?? model.first) + 1);
      this.store.set({ to: to >= model.last ? null : to }, lasting);
    }
  }

  private handle(i: number): Handle {
    const { model } = this;
    const get = (s: State) => (s.mode === "changes" ? s.at[i] : i === 0 ? s.from ?? model.first : s.to ?? model.last);
    const element = h("div", { class: "handle", role: "slider", tabindex: 0, "aria-valuemin": model.first,
                               "aria-valuemax": model.last });
    const set = (day: number) => this.set(i, day, false);
    element.addEventListener("keydown", (event) => {
      const day = get(this.store.state);
      const far = event.shiftKey ? 7 : 1;
      const target = { ArrowLeft: day - far, ArrowDown: day - far, ArrowRight: day + far, ArrowUp: day + far,
                       PageDown: day - 30, PageUp: day + 30, Home: model.first, End: model.last }[event.key];
      if (target === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      this.stop();
      set(target);
    });
    element.addEventListener("pointerdown", (event) => {
      event.stopPropagation();
      this.stop();
      this.follow(element, event, (x) => set(this.dayAt(x)));
      element.focus();
    });
    return { element, get, set };
  }

  /** A drag within the window moves it; elsewhere it draws a new one. */
  private dragWindow(event: PointerEvent): void {
    const s = this.store.state;
    this.stop();
    const start = this.dayAt(event.clientX);
    if (s.mode === "changes") {
      const i = Math.abs(start - s.at[0]) < Math.abs(start - s.at[1]) ? 0 : 1;
      this.set(i, start, false);
      return this.follow(this.track, event, (x) => this.set(i, this.dayAt(x), false));
    }
    const [from, to] = [s.from ?? this.model.first, s.to ?? this.model.last];
    const whole = s.from === null && s.to === null;
    if (!whole && start >= from && start < to)
      return this.follow(this.track, event, (x) => {
        const move = Math.min(Math.max(this.dayAt(x) - start, this.model.first - from), this.model.last - to);
        this.store.set({ from: from + move, to: to + move }, false);
      });
    this.follow(this.track, event, (x) => {
      const day = this.dayAt(x);
      if (day === start) return;
      this.store.set({ from: Math.max(this.model.first, Math.min(day, start)),
                       to: Math.min(this.model.last, Math.max(day, start)) }, false);
    });
  }

  private follow(element: HTMLElement, event: PointerEvent, move: (x: number) => void): void {
    element.setPointerCapture(event.pointerId);
    const on = (e: PointerEvent) => move(e.clientX);
    element.addEventListener("pointermove", on);
    element.addEventListener("lostpointercapture", () => element.removeEventListener("pointermove", on), { once: true });
  }

  private bins(s: State, n: number): number[][] {
    const out = Array.from({ length: n }, () => [0, 0, 0, 0, 0]);
    const { first, last, observations, edges, types } = this.model;
    const pass = edges.map((_, i) => passes(this.model, s, i));
    for (const o of observations) {
      if (o.day === null || o.day < first || o.day >= last || !pass[o.edge]) continue;
      ++out[Math.min(n - 1, Math.floor(((o.day - first) / (last - first)) * n))][types[edges[o.edge].type].quad];
    }
    return out;
  }

  private draw(s: State): void {
    const { clientWidth: width, clientHeight: height } = this.track;
    const key = [width, height, devicePixelRatio, isDark(s.theme), s.quads, [...s.types], [...s.kinds],
                 s.mode === "changes" ? [s.at, s.window] : ""].join("|");
    if (key === this.drawnFor || width === 0) return;
    this.drawnFor = key;
    const dpr = devicePixelRatio || 1;
    this.canvas.width = width * dpr;
    this.canvas.height = height * dpr;
    const context = this.canvas.getContext("2d") as CanvasRenderingContext2D;
    context.scale(dpr, dpr);
    const axis = height - 16;
    if (s.mode === "changes") this.drawWindows(context, s, width, axis);
    this.drawBars(context, s, width, axis);
    this.drawTicks(context, s, width, height);
  }

  private drawBars(context: CanvasRenderingContext2D, s: State, width: number, axis: number): void {
    const n = Math.max(8, Math.min(Math.floor(width / 5), this.model.last - this.model.first));
    const bins = this.bins(s, n);
    const above = Math.max(1, ...bins.map((b) => b[1] + b[2] + b[0]));
    const below = Math.max(1, ...bins.map((b) => b[3] + b[4]));
    const unit = (axis - 6) / (above + below);
    const middle = 3 + above * unit;
    const { quads } = paletteFor(s.theme);
    const wide = width / n;
    bins.forEach((bin, i) => {
      let y = middle - 0.5;
      for (const q of [2, 1, 0]) {
        context.fillStyle = quads[q];
        context.fillRect(i * wide, y - bin[q] * unit, Math.max(1, wide - 1), bin[q] * unit);
        y -= bin[q] * unit;
      }
      y = middle + 0.5;
      for (const q of [4, 3]) {
        context.fillStyle = quads[q];
        context.fillRect(i * wide, y, Math.max(1, wide - 1), bin[q] * unit);
        y += bin[q] * unit;
      }
    });
    context.fillStyle = withAlpha(quads[0], 0.6);
    context.fillRect(0, middle - 0.5, width, 1);
  }

  private drawTicks(context: CanvasRenderingContext2D, s: State, width: number, height: number): void {
    context.font = '11px system-ui, "Liberation Sans", sans-serif';
    context.textBaseline = "alphabetic";
    context.fillStyle = isDark(s.theme) ? "#9aa4af" : "#5d6670";
    for (const tick of ticks(this.model.first, this.model.last, width / 74)) {
      const x = this.share(tick.day) * width;
      context.fillRect(x, height - 15, 1, 4);
      context.fillText(tick.label, Math.min(x + 5, width - context.measureText(tick.label).width), height - 3);
    }
  }

  private drawWindows(context: CanvasRenderingContext2D, s: State, width: number, axis: number): void {
    const palette = paletteFor(s.theme);
    s.at.forEach((day, i) => {
      const [from, to] = stateAt(day, s.window).map((d) => this.share(d) * width);
      context.fillStyle = withAlpha(i === 0 ? palette.gone : palette.appeared, 0.16);
      context.fillRect(from, 0, to - from, axis);
    });
  }
}
