// Colours and shapes. Blue against orange, light against dark: told apart by every kind of colour vision; kinds of actors
// differ in shape as well (Okabe & Ito 2008; Tol 2021, "muted").
import type { Theme } from "./state";

export interface Palette {
  background: string;
  ink: string;
  halo: string;
  quads: string[]; // by quad 0 to 4
  kinds: string[]; // by kind
  appeared: string;
  gone: string;
  changed: string;
  same: string;
  route: string;
}

const LIGHT: Palette = {
  background: "#faf9f6", ink: "#1c2128", halo: "#faf9f6",
  quads: ["#8b9198", "#4da3dc", "#0b5fa8", "#e0980a", "#c53f06"],
  kinds: ["#33415c", "#7b5ea7", "#2f8f83", "#8c2155", "#c26178", "#a08a3c", "#7f8a2e", "#58707f", "#8e949b"],
  appeared: "#00865f", gone: "#b0489a", changed: "#d18b00", same: "#b9bdc2", route: "#c53f06",
};

const DARK: Palette = {
  background: "#12161c", ink: "#e9ebee", halo: "#12161c",
  quads: ["#7a838e", "#86c8f5", "#3f90e6", "#f2b53c", "#ff7138"],
  kinds: ["#b8c4dc", "#b79be0", "#5cc2b3", "#e2759f", "#f0a0b0", "#d8c27a", "#bcc75f", "#93adbd", "#9aa1a9"],
  appeared: "#2fc796", gone: "#e58fd0", changed: "#f2b53c", same: "#4a525c", route: "#ff9a5c",
};

export function isDark(theme: Theme): boolean {
  return theme === "dark" || (theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
}

export function paletteFor(theme: Theme): Palette {
  return isDark(theme) ? DARK : LIGHT;
}

/** Each kind's outline: circle, diamond, square, triangle, pentagon, triangle down, hexagon, cross, ring. */
export const SHAPE_PATHS = [
  "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z", "M8 1.500 14.500 8 8 14.500 1.500 8z", "M3 3h10v10H3z",
  "M8 2 14.500 13.500h-13z", "M8 1.800 14.200 6.300 11.800 13.600H4.200L1.800 6.300z", "M8 14 1.500 2.500h13z",
  "M8 1.500 13.600 4.700v6.600L8 14.500 2.400 11.300V4.700z", "M6 2h4v4h4v4h-4v4H6v-4H2V6h4z",
  "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm0 3a3 3 0 1 1 0 6 3 3 0 0 1 0-6z",
];

/** "#rrggbb" and an opacity, as sigma reads it. */
export function withAlpha(hex: string, alpha: number): string {
  return hex + Math.round(alpha * 255).toString(16).padStart(2, "0");
}
