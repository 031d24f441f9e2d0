// Days since 1970-01-01 (UTC) and how people read them.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAY = 86_400_000;

export function parts(day: number): { year: number; month: number; day: number } {
  const d = new Date(day * DAY);
  return { year: d.getUTCFullYear(), month: d.getUTCMonth(), day: d.getUTCDate() };
}

export function dayOf(year: number, month: number, day = 1): number {
  return Math.round(Date.UTC(year, month, day) / DAY);
}

export function iso(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

export function parseIso(text: string | null | undefined): number | null {
  if (!text || !/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const time = Date.parse(text + "T00:00:00Z");
  return Number.isNaN(time) ? null : Math.round(time / DAY);
}

/** 25 Aug 2021 */
export function human(day: number): string {
  const p = parts(day);
  return `${p.day} ${MONTHS[p.month]} ${p.year}`;
}

/** 25 Aug – 3 Sep 2021; both days included. */
export function span(first: number, last: number): string {
  if (first === last) return human(first);
  const a = parts(first);
  const b = parts(last);
  if (a.year !== b.year) return `${human(first)} – ${human(last)}`;
  if (a.month !== b.month) return `${a.day} ${MONTHS[a.month]} – ${human(last)}`;
  return `${a.day}–${human(last)}`;
}

export interface Tick {
  day: number;
  label: string;
}

/** Firsts of months or years, such that no more than `most` of them are labelled. */
export function ticks(first: number, last: number, most: number): Tick[] {
  const months = (last - first) / 30.4;
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600].find((s) => months / s <= most) ?? 1200;
  const out: Tick[] = [];
  const { year, month } = parts(first);
  for (let m = Math.ceil((year * 12 + month) / step) * step; ; m += step) {
    const day = dayOf(Math.floor(m / 12), m % 12);
    if (day >= last) break;
    if (day < first) continue;
    const label = m % 12 === 0 || step >= 12 ? String(Math.floor(m / 12)) : MONTHS[m % 12];
    out.push({ day, label });
  }
  if (out.length > 0 && step < 12) out[0].label = `${MONTHS[parts(out[0].day).month]} ${parts(out[0].day).year}`;
  if (out.length < 2) {
    const stride = Math.max(1, Math.ceil((last - first) / Math.max(2, most)));
    out.length = 0;
    for (let day = first; day < last; day += stride) {
      const p = parts(day);
      out.push({ day, label: `${p.day} ${MONTHS[p.month]}` });
    }
  }
  return out;
}
