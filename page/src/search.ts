// A field in which to find an actor: the combobox pattern of the ARIA practices.
import { h, icon, ICONS, name, replace } from "./dom";
import { KINDS, type Index, type Model } from "./model";
import { SHAPE_PATHS } from "./palette";

const MOST = 12;

/** Without case, accents and the like. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Actors whose name or id has `text`: the whole first, then beginnings, beginnings of words, anything; then by mentions. */
export function find(model: Model, folded: string[], text: string): Index[] {
  const wanted = fold(text.trim());
  const found: { actor: Index; rank: number }[] = [];
  model.actors.forEach((a, actor) => {
    const label = folded[actor];
    const at = label.indexOf(wanted);
    const byId = fold(a.id) === wanted;
    if (at < 0 && !byId) return;
    const rank = label === wanted || byId ? 0 : at === 0 ? 1 : label.includes(" " + wanted) ? 2 : 3;
    found.push({ actor, rank });
  });
  found.sort((a, b) => a.rank - b.rank || model.actors[b.actor].mentions - model.actors[a.actor].mentions);
  return found.slice(0, MOST).map((f) => f.actor);
}

export interface ActorField {
  element: HTMLElement;
  input: HTMLInputElement;
  show(actor: Index | null): void;
}

let fields = 0;

export function kindIcon(kind: number): SVGSVGElement {
  return icon(SHAPE_PATHS[kind], `shape kind-${KINDS[kind]}`);
}

/** `chosen` is called with what the reader picks, or null where the field is emptied (if it `keeps` a value). */
export function actorField(model: Model, label: string, keeps: boolean, chosen: (actor: Index | null) => void): ActorField {
  const folded = model.actors.map((a) => fold(a.label));
  const id = `field-${++fields}`;
  const list = h("ul", { id: `${id}-list`, role: "listbox", class: "options", "aria-label": label, hidden: true });
  const input = h("input", {
    id, type: "text", role: "combobox", placeholder: label, "aria-label": label, autocomplete: "off", spellcheck: "false",
    "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${id}-list`,
  });
  let options: Index[] = [];
  let active = -1;
  let value: Index | null = null;

  const open = (show: boolean) => {
    list.hidden = !show;
    input.setAttribute("aria-expanded", String(show));
    if (!show) input.removeAttribute("aria-activedescendant");
  };
  const mark = (i: number) => {
    active = i;
    [...list.children].forEach((child, k) => child.setAttribute("aria-selected", String(k === i)));
    if (i < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", `${id}-${i}`);
      list.children[i]?.scrollIntoView({ block: "nearest" });
    }
  };
  const pick = (actor: Index | null) => {
    open(false);
    value = actor;
    input.value = keeps && actor !== null ? model.actors[actor].label : "";
    chosen(actor);
  };
  const option = (actor: Index, i: number) => h("li", {
    id: `${id}-${i}`, role: "option", "aria-selected": "false",
    mousedown: (event: MouseEvent) => { event.preventDefault(); pick(actor); },
  }, kindIcon(model.actors[actor].kind), h("span", { class: "grow" }, name(model.actors[actor].label)),
      h("span", { class: "count" }, model.actors[actor].mentions));
  const update = () => {
    const text = input.value.trim();
    options = text ? find(model, folded, text) : [];
    replace(list, ...options.map(option),
            text && options.length === 0 && h("li", { class: "none" }, "No actor has this name"));
    open(text !== "");
    mark(options.length > 0 ? 0 : -1);
  };
  input.addEventListener("input", () => {
    update();
    if (keeps && input.value === "" && value !== null) pick(null);
  });
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", () => {
    open(false);
    if (keeps) input.value = value === null ? "" : model.actors[value].label;
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) update();
      if (options.length > 0) mark((active + (event.key === "ArrowDown" ? 1 : options.length - 1)) % options.length);
    } else if (event.key === "Enter" && active >= 0 && !list.hidden) {
      event.preventDefault();
      pick(options[active]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      open(false);
    }
  });
  return {
    element: h("div", { class: "field" }, icon(ICONS.search), input, list), input,
    show: (actor) => {
      value = actor;
      if (document.activeElement !== input) input.value = actor === null ? "" : model.actors[actor].label;
    },
  };
}
