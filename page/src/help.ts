// What the keys do, in a dialog.
import { h, icon, ICONS } from "./dom";

const KEYS: [string, string][] = [
  ["/", "search an actor"], ["e", "explore"], ["p", "path between two actors"], ["c", "changes between two dates"],
  ["Space", "play or pause the time line"], ["f", "fit the graph, or what is chosen, into view"],
  ["+  −", "zoom"], ["Arrows", "in the graph: to the neighbour in that direction"], ["Esc", "back, step by step"],
  ["t", "light or dark"], ["l", "copy a link to this view"], ["?", "this list"],
];

export function helpDialog(): HTMLDialogElement {
  const dialog = h("dialog", { class: "help", "aria-labelledby": "help-title" });
  const close = h("button", { class: "tool", type: "button", "aria-label": "Close", click: () => dialog.close() }, icon(ICONS.close));
  dialog.append(
    h("header", {}, h("h2", { id: "help-title" }, "Keys"), close),
    h("dl", {}, ...KEYS.flatMap(([key, what]) => [h("dt", {}, h("kbd", {}, key)), h("dd", {}, what)])),
    h("p", { class: "hint" }, "Everything is in this one file; nothing is fetched. Each view has its own address: bookmark it, or send ",
      "the file with the part behind the #."));
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  return dialog;
}
