// The graph as the page holds it: what export/html.cpp wrote, unpacked once, never changed.

export type Index = number;

export interface Actor {
  id: string;
  label: string;
  kind: number; // into KINDS
  country: string;
  mentions: number;
  x: number;
  y: number;
}

export interface Edge {
  subject: Index;
  object: Index;
  type: number; // into Model.types
  negated: boolean;
  mutual: boolean;
  label: string;
  tone: number; // mean Goldstein, -10 to 10
  confidence: number;
  begin: number; // its observations are [begin, end), undated ones first, then by day
  end: number;
}

export interface Observation {
  edge: Index;
  day: number | null; // since 1970-01-01
  published: number | null;
  sentence: string;
  subject: string; // the words of the sentence
  phrase: string;
  object: string;
  source: string;
  status: number; // into STATUSES
  said: string; // who says so; "" = the article itself
  verb: string; // of saying
  confidence: number;
  swapped: boolean; // the sentence names a mutual act's object first
  also: string[]; // who published the same report
}

export interface RelationType {
  name: string;
  quad: number; // 1 to 4; 0 = no event
}

export interface Model {
  types: RelationType[];
  actors: Actor[];
  edges: Edge[];
  observations: Observation[];
  incident: Index[][]; // the edges at each actor
  pairs: Map<number, Index[]>; // pairKey() → the edges between two actors, either way
  byId: Map<string, Index>;
  first: number; // where the time line begins and ends: nearly all days lie within
  last: number;
}

export const KINDS = ["country", "person", "organisation", "group", "party", "place", "people", "topic", "other"];
export const STATUSES = ["actual", "intended", "requested", "hypothetical"];
export const QUADS = ["No event", "Verbal cooperation", "Material cooperation", "Verbal conflict", "Material conflict"];

interface File {
  types: [string, number][];
  actors: [string, string, number, string, number, number, number][];
  edges: [number, number, number, number, number, number, number, number, number][];
  observations: (number | null)[][];
  texts: string[];
}

export function pairKey(a: Index, b: Index): number {
  return a < b ? a * 0x4000000 + b : b * 0x4000000 + a;
}

/** "NOT_REQUEST" where it is negated, as in every other format. */
export function className(model: Model, edge: Edge): string {
  return (edge.negated ? "NOT_" : "") + model.types[edge.type].name;
}

export function other(edge: Edge, actor: Index): Index {
  return edge.subject === actor ? edge.object : edge.subject;
}

/** Where nearly all observations lie: a century-old treaty in a subordinate clause must not squeeze the time line. */
function extent(days: number[]): [number, number] {
  if (days.length === 0) return [0, 1];
  days.sort((a, b) => a - b);
  const at = (share: number) => days[Math.min(days.length - 1, Math.floor(share * days.length))];
  let [low, high] = [at(0.02), at(0.98)];
  const slack = Math.max(14, (high - low) * 0.1);
  const within = days.filter((d) => d >= low - slack && d <= high + slack);
  [low, high] = [within[0], within[within.length - 1]];
  return [low, high + 1];
}

export function unpack(file: File): Model {
  const text = file.texts;
  const actors = file.actors.map(([id, label, kind, country, mentions, x, y]): Actor =>
    ({ id, label, kind, country, mentions, x, y }));
  const observations: Observation[] = [];
  const incident: Index[][] = actors.map(() => []);
  const pairs = new Map<number, Index[]>();
  let next = 0;
  const edges = file.edges.map(([subject, object, type, negated, mutual, label, tone, confidence, count], e): Edge => {
    for (let i = 0; i < count; ++i) {
      const o = file.observations[next + i] as number[];
      observations.push({
        edge: e, day: o[0], published: o[1], sentence: text[o[2]], subject: text[o[3]], phrase: text[o[4]],
        object: text[o[5]], source: text[o[6]], status: o[7], said: text[o[8]], verb: text[o[9]], confidence: o[10],
        swapped: o[11] === 1, also: o.slice(12).map((t) => text[t]),
      });
    }
    next += count;
    incident[subject].push(e);
    if (object !== subject) incident[object].push(e);
    const key = pairKey(subject, object);
    const between = pairs.get(key);
    if (between) between.push(e);
    else pairs.set(key, [e]);
    return { subject, object, type, negated: negated === 1, mutual: mutual === 1, label: text[label], tone, confidence,
             begin: next - count, end: next };
  });
  const [first, last] = extent(observations.flatMap((o) => (o.day === null ? [] : [o.day])));
  return {
    types: file.types.map(([name, quad]) => ({ name, quad })), actors, edges, observations, incident, pairs,
    byId: new Map(actors.map((a, i) => [a.id, i])), first, last,
  };
}

export function loadModel(): Model {
  return unpack(JSON.parse(document.getElementById("data")?.textContent ?? "null") as File);
}
