// The page: one state, and everything that shows it.
import { ChangesPanel } from "./panel_changes";
import { h, icon, ICONS, name, replace } from "./dom";
import { helpDialog } from "./help";
import { Legend } from "./legend";
import { className, loadModel, type Index, type Model } from "./model";
import { actorPanel, overview, pairPanel } from "./panel_explore";
import { PathPanel } from "./panel_path";
import { isDark, paletteFor } from "./palette";
import { Scene, type Insets } from "./scene";
import { actorField } from "./search";
import { fromFragment, Store, type Mode, type State, type Theme } from "./state";
import { Timeline } from "./timeline";
import { look, type View } from "./view";

const MODES: [Mode, string, string][] = [
  ["explore", "Explore", "e"], ["path", "Path", "p"], ["changes", "Changes", "c"],
];

class Page {
  private readonly store: Store;
  private view: View;
  private scene: Scene | null = null;
  private readonly timeline: Timeline;
  private readonly legend: Legend;
  private readonly pathPanel: PathPanel;
  private readonly changesPanel: ChangesPanel;
  private readonly search;
  private readonly help = helpDialog();
  private readonly stage = h("div", { class: "stage", tabindex: 0, role: "application", "aria-roledescription": "graph" });
  private readonly tooltip = h("div", { class: "tooltip", hidden: true });
  private readonly panel = h("aside", { class: "panel", "aria-label": "Details", tabindex: -1 });
  private readonly live = h("p", { class: "visually-hidden", role: "status" });
  private readonly modeButtons: HTMLButtonElement[];
  private readonly themeButton: HTMLButtonElement;
  private shownFor = "";

  constructor(private readonly model: Model, root: HTMLElement) {
    this.store = new Store(model, fromFragment(model, location.hash));
    this.view = look(model, this.store.state);
    this.timeline = new Timeline(model, this.store);
    this.legend = new Legend(model, this.store);
    this.pathPanel = new PathPanel(model, this.store);
    this.changesPanel = new ChangesPanel(model, this.store);
    this.search = actorField(model, "Search an actor", false, (actor) => { if (actor !== null) this.choose(actor, true); });
    this.modeButtons = MODES.map(([mode, label, key]) =>
      h("button", { type: "button", title: `${label} (${key})`, click: () => this.setMode(mode) }, label));
    this.themeButton = h("button", { class: "tool", type: "button", "aria-label": "Light or dark", title: "Light or dark (t)",
                                     click: () => this.switchTheme() });
    replace(root, this.header(), h("main", {}, h("div", { class: "left" }, h("div", { class: "canvas" }, this.stage,
            this.legend.element, this.zoomTools(), this.tooltip), this.timeline.element), this.panel), this.live, this.help);
    this.draw();
    this.store.subscribe((s, before) => this.changed(s, before));
    document.addEventListener("keydown", (event) => this.key(event));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.changed(this.store.state, this.store.state));
    this.showAll(this.store.state);
    this.scene?.place();
    this.frameChosen(this.store.state);
  }

  actorAt(id: string): { x: number; y: number } | undefined {
    return this.scene?.actorAt(this.model.byId.get(id) ?? -1);
  }

  relationAt(from: string, to: string): { x: number; y: number } | undefined {
    const actor = this.model.byId.get(from) ?? -1;
    const edge = this.model.incident[actor]?.find((i) => this.model.edges[i].object === this.model.byId.get(to));
    return edge === undefined ? undefined : this.scene?.middleOf(edge);
  }

  private header(): HTMLElement {
    const tool = (label: string, path: string, click: () => void) =>
      h("button", { class: "tool", type: "button", "aria-label": label, title: label, click }, icon(path));
    return h("header", { class: "top" }, h("h1", {}, "entente"), this.search.element,
             h("nav", { class: "modes", "aria-label": "Mode" }, ...this.modeButtons), h("span", { class: "grow" }),
             tool("Copy a link to this view (l)", ICONS.link, () => this.copyLink()), this.themeButton,
             h("button", { class: "tool", type: "button", "aria-label": "Keys", title: "Keys (?)", click: () => this.help.showModal() }, "?"));
  }

  private zoomTools(): HTMLElement {
    const tool = (label: string, path: string, click: () => void) =>
      h("button", { class: "tool", type: "button", "aria-label": label, title: label, click }, icon(path));
    return h("div", { class: "zoom card" }, tool("Zoom in (+)", ICONS.plus, () => this.scene?.zoom(1 / 1.5)),
             tool("Zoom out (−)", ICONS.minus, () => this.scene?.zoom(1.5)), tool("Fit (f)", ICONS.fit, () => this.scene?.fit()));
  }

  /** Without WebGL there is no drawing; lists, search and paths work all the same. */
  private draw(): void {
    this.setTheme(this.store.state);
    if (this.model.actors.length === 0) {
      replace(this.stage, h("div", { class: "empty big" }, h("h2", {}, "An empty graph"), h("p", {}, "There are no relations in it.")));
      return;
    }
    try {
      this.scene = new Scene(this.model, this.stage, this.view, paletteFor(this.store.state.theme), () => this.insets(), {
        actor: (i) => this.choose(i, false), edge: (i) => this.chooseEdge(i), nothing: () => this.unchoose(),
        hoverEdge: (i, x, y) => this.hoverEdge(i, x, y),
      });
    } catch (error) {
      console.warn("no drawing:", error);
      replace(this.stage, h("div", { class: "empty big" }, h("h2", {}, "No drawing here"),
        h("p", {}, "This browser offers no WebGL. Switch on hardware acceleration, or use the lists on the right.")));
    }
  }

  /** The legend lies over the drawing: what is framed should not hide beneath it. */
  private insets(): Insets {
    const { offsetLeft: left, offsetTop: top, offsetWidth: width, offsetHeight: height } = this.legend.element;
    const beside = this.legend.element.hasAttribute("open") && this.stage.clientWidth > 640;
    return { left: beside ? width + 60 : 70, right: 110, top: 56, bottom: 60,
             covered: { left, top, right: left + width, bottom: top + height } };
  }

  private changed(s: State, before: State): void {
    performance.mark("entente:change");
    this.view = look(this.model, s);
    this.showAll(s);
    if (s.pathFrom !== before.pathFrom || s.pathTo !== before.pathTo || s.route !== before.route || s.mode !== before.mode)
      if (s.mode === "path" && this.view.paths?.length) this.frameChosen(s);
    performance.measure("entente:step", "entente:change");
  }

  private showAll(s: State): void {
    this.setTheme(s);
    this.scene?.show(this.view, this.chosen(s), paletteFor(s.theme));
    this.timeline.update(s, this.view.shownEdges);
    this.legend.update(s);
    this.showPanel(s);
    MODES.forEach(([mode], i) => this.modeButtons[i].setAttribute("aria-pressed", String(mode === s.mode)));
    document.title = this.title(s) + "entente";
    this.stage.setAttribute("aria-label", `${this.view.shownActors} actors and ${this.view.shownEdges} relations`);
  }

  private title(s: State): string {
    if (s.actor === null) return "";
    const pair = s.counterpart === null ? "" : ` and ${this.model.actors[s.counterpart].label}`;
    return `${this.model.actors[s.actor].label}${pair} · `;
  }

  private chosen(s: State): Index[] {
    if (s.actor !== null) return s.counterpart === null ? [s.actor] : [s.actor, s.counterpart];
    return s.mode === "path" ? [s.pathFrom, s.pathTo].filter((a) => a !== null) : [];
  }

  private showPanel(s: State): void {
    const subject = [s.mode, s.actor, s.counterpart, s.edge].join(" ");
    const scroll = subject === this.shownFor ? this.panel.scrollTop : 0;
    replace(this.panel, ...this.panelContent(s));
    this.panel.scrollTop = scroll;
    if (subject !== this.shownFor && s.edge !== null)
      this.panel.querySelector(`[data-edge="${s.edge}"]`)?.scrollIntoView({ block: "nearest" });
    this.shownFor = subject;
  }

  private panelContent(s: State): HTMLElement[] {
    const { model, store, view } = this;
    if (s.actor !== null && s.counterpart !== null) return pairPanel(model, store, s, view, s.actor, s.counterpart);
    if (s.actor !== null) return actorPanel(model, store, s, view, s.actor);
    if (s.mode === "path") return this.pathPanel.render(s, view);
    if (s.mode === "changes") return this.changesPanel.render(s, view);
    return overview(model, store, view);
  }

  private choose(actor: Index, move: boolean): void {
    this.store.set({ actor, counterpart: null, edge: null });
    this.live.textContent = `${this.model.actors[actor].label} chosen`;
    if (move) this.frameChosen(this.store.state);
  }

  private chooseEdge(edge: Index): void {
    const e = this.model.edges[edge];
    this.store.set({ actor: e.subject, counterpart: e.object, edge });
    this.live.textContent = `${this.model.actors[e.subject].label} and ${this.model.actors[e.object].label} chosen`;
  }

  private unchoose(): void {
    if (this.store.state.actor !== null) this.store.set({ actor: null, counterpart: null, edge: null });
  }

  private frameChosen(s: State): void {
    if (s.actor === null && s.mode === "path" && this.view.paths?.length)
      return this.scene?.frame(this.view.paths[Math.min(s.route, this.view.paths.length - 1)].actors);
    if (s.actor === null) return;
    const near = s.counterpart === null ? this.model.incident[s.actor].flatMap((i) =>
      this.view.edges[i] ? [this.model.edges[i].subject, this.model.edges[i].object] : []) : [s.counterpart];
    this.scene?.frame([s.actor, ...near]);
  }

  private setMode(mode: Mode): void {
    this.timeline.stop();
    this.store.set({ mode, actor: null, counterpart: null, edge: null });
    if (mode === "path") (this.store.state.pathFrom === null ? this.pathPanel.from : this.pathPanel.to).input.focus();
  }

  private hoverEdge(edge: Index | null, x: number, y: number): void {
    this.tooltip.hidden = edge === null;
    if (edge === null) return;
    const e = this.model.edges[edge];
    replace(this.tooltip, h("b", {}, name(this.model.actors[e.subject].label), e.mutual ? " ↔ " : " → ",
                            name(this.model.actors[e.object].label)),
            h("span", {}, `${className(this.model, e).replaceAll("_", " ").toLowerCase()} · “${e.label}”`));
    const box = this.stage.getBoundingClientRect();
    this.tooltip.style.left = `${Math.min(x + 14, box.width - 240)}px`;
    this.tooltip.style.top = `${Math.min(y + 14, box.height - 60)}px`;
  }

  private setTheme(s: State): void {
    const dark = isDark(s.theme);
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    this.themeButton.replaceChildren(icon(dark ? ICONS.sun : ICONS.moon));
  }

  private switchTheme(): void {
    const theme: Theme = isDark(this.store.state.theme) ? "light" : "dark";
    this.store.set({ theme }, false);
  }

  private copyLink(): void {
    void navigator.clipboard?.writeText(location.href).then(() => { this.live.textContent = "Link copied"; }, () => undefined);
    this.live.textContent = "Link copied";
  }

  /** One step back: the relation, the actor, the mode, the dates. */
  private back(): void {
    const s = this.store.state;
    if (s.counterpart !== null) this.store.set({ counterpart: null, edge: null });
    else if (s.actor !== null) this.store.set({ actor: null });
    else if (s.mode !== "explore") this.store.set({ mode: "explore" });
    else if (s.from !== null || s.to !== null) this.store.set({ from: null, to: null });
  }

  private key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const typing = target.matches("input:not([type=checkbox]):not([type=range]), textarea, select");
    if (event.ctrlKey || event.metaKey || event.altKey || this.help.open) return;
    if (event.key === "Escape") {
      if (typing) target.blur();
      else this.back();
      return;
    }
    if (typing) return;
    if (target === this.stage && event.key.startsWith("Arrow")) return this.walk(event);
    if (event.key === " " && target.matches("button, summary, input, a")) return;
    const action = {
      "/": () => this.search.input.focus(), e: () => this.setMode("explore"), p: () => this.setMode("path"),
      c: () => this.setMode("changes"), " ": () => this.timeline.toggle(), "+": () => this.scene?.zoom(1 / 1.5),
      "=": () => this.scene?.zoom(1 / 1.5), "-": () => this.scene?.zoom(1.5), t: () => this.switchTheme(),
      l: () => this.copyLink(), "?": () => this.help.showModal(),
      f: () => (this.store.state.actor === null ? this.scene?.fit() : this.frameChosen(this.store.state)),
    }[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  private walk(event: KeyboardEvent): void {
    event.preventDefault();
    const { actor } = this.store.state;
    const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] as [number, number];
    const shown = this.model.actors.map((_, i) => i).filter((i) => this.view.nodes[i]);
    if (shown.length === 0) return;
    const next = actor === null
        ? shown.reduce((a, b) => (this.model.actors[b].mentions > this.model.actors[a].mentions ? b : a))
        : this.scene?.neighbour(actor, dx, dy) ?? null;
    if (next !== null) this.choose(next, false);
  }
}

/** For scripts in the console and for tests: where an actor, or the middle of a relation, is drawn. */
function handle(page: Page) {
  return { actorAt: (id: string) => page.actorAt(id), relationAt: (from: string, to: string) => page.relationAt(from, to) };
}

function start(): void {
  const root = document.getElementById("app") as HTMLElement;
  try {
    Object.assign(window, { entente: handle(new Page(loadModel(), root)) });
    requestAnimationFrame(() => performance.mark("entente:ready"));
  } catch (error) {
    replace(root, h("div", { class: "loading" }, h("p", {}, `This page could not be drawn: ${String(error)}`)));
    throw error;
  }
}

// After the first paint, so that the reader sees what is going on while a large graph is read.
requestAnimationFrame(() => setTimeout(start, 0));
