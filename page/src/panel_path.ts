// The panel for paths: two actors to choose, and the ways that lead from one to the other, sentence by sentence.
import { evidence, h, icon, name, typeChip } from "./parts";
import { ICONS } from "./dom";
import type { Model, Observation } from "./model";
import type { Path } from "./paths";
import { actorField, kindIcon, type ActorField } from "./search";
import type { State, Store } from "./state";
import { within, type View } from "./view";

export class PathPanel {
  readonly from: ActorField;
  readonly to: ActorField;
  private readonly form: HTMLElement;
  private readonly undirected: HTMLInputElement;

  constructor(private readonly model: Model, private readonly store: Store) {
    this.from = actorField(model, "From", true, (pathFrom) => {
      store.set({ pathFrom, route: 0 });
      if (store.state.pathTo === null) this.to.input.focus();
    });
    this.to = actorField(model, "To", true, (pathTo) => store.set({ pathTo, route: 0 }));
    this.undirected = h("input", { type: "checkbox" });
    this.undirected.addEventListener("change", () => store.set({ undirected: this.undirected.checked, route: 0 }));
    const swap = () => store.set({ pathFrom: store.state.pathTo, pathTo: store.state.pathFrom, route: 0 });
    this.form = h("div", { class: "path-form" }, h("div", { class: "path-fields" }, this.from.element, this.to.element),
                  h("button", { class: "tool", type: "button", title: "The other way round", "aria-label": "The other way round",
                                click: swap }, icon(ICONS.swap)),
                  h("label", { class: "check" }, this.undirected, "Against the arrows as well"));
  }

  render(s: State, view: View): HTMLElement[] {
    this.from.show(s.pathFrom);
    this.to.show(s.pathTo);
    this.undirected.checked = s.undirected;
    return [h("header", { class: "head" }, h("h2", {}, "How are they connected?")), this.form, ...this.results(s, view)];
  }

  private results(s: State, view: View): HTMLElement[] {
    if (s.pathFrom === null || s.pathTo === null)
      return [h("div", { class: "empty" }, h("p", {},
        "Choose two actors. The shortest ways from one to the other are found, the surest first, with the sentences that say so."))];
    if (s.pathFrom === s.pathTo) return [h("div", { class: "empty" }, h("p", {}, "These are the same actor."))];
    if (!view.paths?.length)
      return [h("div", { class: "empty" }, h("p", {}, "No path within these dates and filters, of up to six steps."),
                !s.undirected && h("p", {}, "Try it against the arrows as well."))];
    const shown = Math.min(s.route, view.paths.length - 1);
    return view.paths.map((path, i) => this.path(s, path, i, i === shown));
  }

  private path(s: State, path: Path, i: number, open: boolean): HTMLElement {
    const hops = path.hops.length;
    return h("section", { class: open ? "route open" : "route" },
      h("button", { class: "route-head", type: "button", "aria-expanded": String(open), click: () => this.store.set({ route: i }) },
        h("span", { class: "stops" }, ...path.actors.flatMap((a, k) => [
          k > 0 && h("span", { class: "arrow" }, "›"), h("span", { class: "stop" }, kindIcon(this.model.actors[a].kind),
                                                        name(this.model.actors[a].label))])
          .filter((x) => x !== false)),
        h("span", { class: "lead" }, `${hops} step${hops === 1 ? "" : "s"} · confidence ${path.confidence.toFixed(2)}`)),
      open && h("ol", { class: "hops" }, ...path.hops.map((hop, k) => this.hop(s, path, hop, k))));
  }

  private hop(s: State, path: Path, hop: number[], k: number): HTMLElement {
    const [from, to] = [this.model.actors[path.actors[k]], this.model.actors[path.actors[k + 1]]];
    const open = () => this.store.set({ actor: path.actors[k], counterpart: path.actors[k + 1], edge: hop[0] });
    return h("li", {},
      h("button", { class: "actor-name", type: "button", title: "All that stands between them", click: open },
        name(from.label), h("span", { class: "arrow" }, "→"), name(to.label)),
      ...hop.slice(0, 3).map((i) => {
        const e = this.model.edges[i];
        return h("div", { class: "step" },
          h("p", { class: "what" }, h("span", { class: "arrow" }, e.mutual ? "↔" : e.subject === path.actors[k] ? "→" : "←"),
            typeChip(this.model, e), h("q", {}, e.label)),
          evidence(this.model, this.surest(s, i)));
      }),
      hop.length > 3 && h("p", { class: "also" }, `and ${hop.length - 3} more relations`));
  }

  private surest(s: State, edge: number): Observation {
    const [begin, end] = within(this.model, edge, s.from, s.to);
    return this.model.observations.slice(begin, end).reduce((a, b) => (b.confidence > a.confidence ? b : a));
  }
}
