// The panel for changes: two dates, what is new, what has gone quiet, what goes on with other evidence.
import { Change, stateAt, type Changes } from "./changes";
import { iso, parseIso, span } from "./dates";
import { h, limited } from "./parts";
import type { Index, Model } from "./model";
import { relationRow } from "./panel_explore";
import type { State, Store } from "./state";
import type { View } from "./view";

const SECTIONS: [Change, string, string][] = [
  [Change.appeared, "appeared", "Appeared"], [Change.gone, "gone", "Gone quiet"], [Change.changed, "changed", "Other evidence"],
];

export class ChangesPanel {
  private readonly dates: HTMLInputElement[];
  private readonly window: HTMLInputElement;
  private readonly form: HTMLElement;

  constructor(private readonly model: Model, private readonly store: Store) {
    this.dates = [0, 1].map((i) => {
      const input = h("input", { type: "date", min: iso(model.first), max: iso(model.last - 1) });
      input.addEventListener("change", () => this.setDate(i, parseIso(input.value)));
      return input;
    });
    this.window = h("input", { type: "number", min: 1, max: 3650 });
    this.window.addEventListener("change", () => {
      const days = Math.round(Number(this.window.value));
      if (days >= 1) store.set({ window: Math.min(days, 3650) });
    });
    this.form = h("div", { class: "changes-form" }, h("label", {}, h("span", {}, "First date"), this.dates[0]),
                  h("label", {}, h("span", {}, "Second date"), this.dates[1]),
                  h("label", {}, h("span", {}, "Days that each looks back"), this.window));
  }

  render(s: State, view: View): HTMLElement[] {
    s.at.forEach((day, i) => { this.dates[i].value = iso(day); });
    if (document.activeElement !== this.window) this.window.value = String(s.window);
    const period = (i: number) => {
      const [from, to] = stateAt(s.at[i], s.window);
      return span(from, to - 1);
    };
    return [h("header", { class: "head" }, h("h2", {}, "What changed?"),
              h("p", { class: "lead" }, `What was observed ${period(0)}, against ${period(1)}.`)),
            this.form, ...(view.changes ? this.results(view, view.changes) : [])];
  }

  private setDate(i: number, day: number | null): void {
    if (day === null) return;
    const at: [number, number] = [...this.store.state.at];
    at[i] = day;
    this.store.set({ at: at[0] <= at[1] ? at : [at[1], at[0]] });
  }

  private results(view: View, changes: Changes): HTMLElement[] {
    const total = changes.counts.slice(1).reduce((a, b) => a + b, 0);
    if (total === 0) return [h("div", { class: "empty" }, h("p", {}, "Nothing was observed around either date. Choose others, or look back further."))];
    const tally = h("p", { class: "tally" }, ...SECTIONS.map(([kind, id, label]) =>
      h("span", { class: `change-${id}` }, h("b", {}, changes.counts[kind]), ` ${label.toLowerCase()}`)),
      h("span", {}, h("b", {}, changes.counts[Change.same]), " the same"));
    return [tally, ...SECTIONS.flatMap(([kind, id, label]) => this.section(view, changes, kind, id, label))];
  }

  private section(view: View, changes: Changes, kind: Change, id: string, label: string): HTMLElement[] {
    const weight = (i: Index) => Math.max(changes.before[i], changes.after[i]);
    const edges = [...changes.kind.keys()].filter((i) => changes.kind[i] === kind).sort((a, b) => weight(b) - weight(a) || a - b);
    if (edges.length === 0) return [];
    return [h("h3", { class: `change-${id}` }, h("span", { class: `line change-${id}` }), `${label} (${edges.length})`),
            limited(edges, 25, (i) => relationRow(this.model, this.store, view, i, weight(i)))];
  }
}
