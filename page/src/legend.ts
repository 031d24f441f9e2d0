// What colours and shapes mean, and at the same time the filters: a click takes a kind of relation or actor out.
import { h, icon, kindLabel, replace } from "./parts";
import { KINDS, QUADS, type Model } from "./model";
import { SHAPE_PATHS } from "./palette";
import type { State, Store } from "./state";
import { within } from "./view";

const ORDER = [2, 1, 3, 4, 0]; // from cooperation to conflict
const CHANGES: [string, string, string][] = [
  ["appeared", "Appeared", "only at the second date"], ["gone", "Gone quiet", "only at the first date"],
  ["changed", "Other evidence", "at both, from other sentences"], ["same", "The same", "at both dates"],
];

export class Legend {
  readonly element: HTMLElement;
  private readonly body = h("div", { class: "legend-body" });
  private readonly open = new Set<number>();
  private drawnFor = "";

  constructor(private readonly model: Model, private readonly store: Store) {
    this.element = h("details", { class: "legend card", open: window.innerWidth > 820 },
                     h("summary", {}, "Legend and filters"), this.body);
  }

  update(s: State): void {
    const key = JSON.stringify([s.mode, s.quads, [...s.types], [...s.kinds], s.minWeight, s.from, s.to, [...this.open]]);
    if (key === this.drawnFor) return;
    this.drawnFor = key;
    const focused = document.activeElement instanceof HTMLElement && this.body.contains(document.activeElement)
        ? document.activeElement.dataset.key : undefined;
    const filtered = s.quads.includes(false) || s.types.size > 0 || s.kinds.size > 0 || s.minWeight > 1;
    replace(this.body, s.mode === "changes" && this.changesKey(), h("h3", {}, "Relations"), ...this.quads(s),
            h("h3", {}, "Actors"), this.kinds(s), this.weight(s),
            h("p", { class: "hint" }, "Arrows run from who acts. No head: mutual. Dashed: denied or negated."),
            filtered && h("button", { class: "quiet", type: "button", "data-key": "reset", click: () => this.reset() },
                          "Show everything"));
    if (focused) this.body.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus();
  }

  reset(): void {
    this.store.set({ quads: [true, true, true, true, true], types: new Set(), kinds: new Set(), minWeight: 1 });
  }

  private changesKey(): HTMLElement {
    return h("ul", { class: "plain" }, ...CHANGES.map(([id, label, title]) =>
      h("li", { title, class: "key" }, h("span", { class: `line change-${id}` }), label)));
  }

  private counts(s: State): number[] {
    const out = this.model.types.map(() => 0);
    this.model.edges.forEach((e, i) => {
      const [begin, end] = within(this.model, i, s.from, s.to);
      if (end - begin >= s.minWeight) ++out[e.type];
    });
    return out;
  }

  private quads(s: State): HTMLElement[] {
    const counts = this.counts(s);
    return ORDER.flatMap((q) => {
      const types = this.model.types.flatMap((t, i) => (t.quad === q ? [i] : []));
      const total = types.reduce((n, t) => n + counts[t], 0);
      if (types.every((t) => !this.model.edges.some((e) => e.type === t))) return [];
      const isOpen = this.open.has(q);
      const toggle = () => this.store.set({ quads: s.quads.map((on, i) => (i === q ? !on : on)) });
      const unfold = () => {
        if (isOpen) this.open.delete(q);
        else this.open.add(q);
        this.update(this.store.state);
      };
      const row = h("div", { class: "filter-row" },
        h("button", { class: "filter", type: "button", "aria-pressed": String(s.quads[q]), "data-key": `q${q}`, click: toggle },
          h("span", { class: `line quad-${q}` }), h("span", { class: "grow" }, QUADS[q]), h("span", { class: "count" }, total)),
        h("button", { class: "unfold", type: "button", "aria-expanded": String(isOpen), "data-key": `u${q}`,
                      "aria-label": `Types of ${QUADS[q].toLowerCase()}`, click: unfold }, icon("M5 6.500 8 9.500 11 6.500")));
      return isOpen ? [row, this.types(s, types, counts)] : [row];
    });
  }

  private types(s: State, types: number[], counts: number[]): HTMLElement {
    const toggle = (t: number) => {
      const hidden = new Set(s.types);
      if (!hidden.delete(t)) hidden.add(t);
      this.store.set({ types: hidden });
    };
    return h("div", { class: "types" }, ...types.filter((t) => counts[t] > 0 || s.types.has(t)).map((t) =>
      h("button", { class: "filter small", type: "button", "aria-pressed": String(!s.types.has(t)), "data-key": `t${t}`,
                    click: () => toggle(t) },
        h("span", { class: "grow" }, this.model.types[t].name.toLowerCase().replace("_", " ")),
        h("span", { class: "count" }, counts[t]))));
  }

  private kinds(s: State): HTMLElement {
    const counts = KINDS.map((_, k) => this.model.actors.filter((a) => a.kind === k).length);
    const toggle = (k: number) => {
      const hidden = new Set(s.kinds);
      if (!hidden.delete(k)) hidden.add(k);
      this.store.set({ kinds: hidden });
    };
    return h("div", { class: "kinds" }, ...KINDS.flatMap((kind, k) => (counts[k] === 0 ? [] : [
      h("button", { class: "filter", type: "button", "aria-pressed": String(!s.kinds.has(k)), "data-key": `k${k}`,
                    click: () => toggle(k) },
        icon(SHAPE_PATHS[k], `shape kind-${kind}`), h("span", { class: "grow" }, kindLabel(k)))])));
  }

  private weight(s: State): HTMLElement | null {
    const most = Math.max(...this.model.edges.map((e) => e.end - e.begin), 1);
    if (most < 2) return null;
    const input = h("input", { type: "range", min: 1, max: Math.min(most, 20), value: s.minWeight, "data-key": "weight",
                               "aria-label": "Least number of observations" });
    input.addEventListener("input", () => this.store.set({ minWeight: Number(input.value) }, false));
    return h("label", { class: "weight" }, h("span", {}, "Observed at least ", h("b", {}, `${s.minWeight}×`)), input);
  }
}
