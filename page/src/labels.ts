// Names of actors on the canvas: the larger first, each where it covers no other name, with a halo.
import type { Index } from "./model";

export interface LabelStyle {
  ink: string;
  halo: string;
  background: string;
}

export interface Labelled {
  actor: Index;
  x: number;
  y: number;
  radius: number; // pixels
  pill: boolean; // its name is drawn by drawHover() already
}

export interface Box { left: number; top: number; right: number; bottom: number }

const FAMILY = '"Inter", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", "Liberation Sans", Arial, sans-serif';
const CELL = 64; // pixels
const MOST = 160; // names at a time

export function short(label: string): string {
  return label.length > 42 ? label.slice(0, 40) + "…" : label;
}

function fontSize(radius: number): number {
  return radius > 16 ? 15 : radius > 11 ? 13.5 : radius > 6 ? 12.5 : 11.5;
}

function font(radius: number): string {
  return `${radius > 11 ? 600 : 500} ${fontSize(radius)}px ${FAMILY}`;
}

/** What is taken already, by cells of the screen. */
class Taken {
  private readonly cells = new Map<number, Box[]>();

  isFree(box: Box): boolean {
    return !this.around(box).some((cell) => (this.cells.get(cell) ?? []).some((b) =>
      b.left < box.right && b.right > box.left && b.top < box.bottom && b.bottom > box.top));
  }

  add(box: Box): void {
    for (const cell of this.around(box)) {
      const list = this.cells.get(cell);
      if (list) list.push(box);
      else this.cells.set(cell, [box]);
    }
  }

  private around(box: Box): number[] {
    const out: number[] = [];
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); ++x)
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); ++y) out.push(x * 4096 + y);
    return out;
  }
}

export class Labels {
  private readonly widths = new Map<string, number>();

  constructor(private readonly text: (actor: Index) => string) {}

  /** Draws the names of `actors`, which come in the order of their weight; none beneath what is `covered`. */
  paint(context: CanvasRenderingContext2D, actors: Labelled[], style: LabelStyle,
        room: { width: number; height: number; covered: Box }): void {
    const taken = new Taken();
    taken.add(room.covered);
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    context.strokeStyle = style.halo;
    context.fillStyle = style.ink;
    let drawn = 0;
    for (const a of [...actors.filter((l) => l.pill), ...actors.filter((l) => !l.pill)]) {
      if (drawn >= MOST) break;
      if (a.x < -20 || a.x > room.width + 20 || a.y < -20 || a.y > room.height + 20) continue;
      const text = short(this.text(a.actor));
      const box = this.place(context, a, text, taken);
      const r = 0.7 * a.radius;
      if (a.radius > 7) taken.add({ left: a.x - r, right: a.x + r, top: a.y - r, bottom: a.y + r });
      if (!box) continue;
      taken.add(box);
      if (a.pill) continue;
      context.strokeText(text, box.left + 2, box.top + 12);
      context.fillText(text, box.left + 2, box.top + 12);
      ++drawn;
    }
  }

  private place(context: CanvasRenderingContext2D, a: Labelled, text: string, taken: Taken): Box | null {
    context.font = font(a.radius);
    const key = context.font + text;
    const wide = (this.widths.get(key) ?? context.measureText(text).width) + 4;
    this.widths.set(key, wide - 4);
    const gap = a.radius + 3;
    const at = (left: number, top: number): Box => ({ left, top, right: left + wide, bottom: top + 16 });
    if (a.pill) return { left: a.x + gap, right: a.x + gap + wide + 18, top: a.y - 14, bottom: a.y + 14 };
    const places = [at(a.x + gap, a.y - 8), at(a.x - gap - wide, a.y - 8), at(a.x - wide / 2, a.y + gap),
                    at(a.x - wide / 2, a.y - gap - 16), ...(a.radius > 9 ? [at(a.x - wide / 2, a.y - 8)] : [])];
    return places.find((box) => taken.isFree(box)) ?? null;
  }
}

export function drawHover(context: CanvasRenderingContext2D, label: string, x: number, y: number, radius: number,
                          style: LabelStyle): void {
  context.font = font(radius);
  const text = short(label);
  const width = context.measureText(text).width + 14;
  context.beginPath();
  context.roundRect(x + radius + 8, y - 13, width, 26, 7);
  context.fillStyle = style.background;
  context.shadowColor = "rgba(0, 0, 0, 0.35)";
  context.shadowBlur = 8;
  context.fill();
  context.shadowBlur = 0;
  context.fillStyle = style.ink;
  context.fillText(text, x + radius + 15, y + 4);
}
