/** Where cards stand in a day's grid. Pure, and known to the browser: minutes since the epoch in, minutes of the grid out. */

export type Span = { from: number; to: number };

/** Something that is drawn in a column; `from` and `to` in epoch minutes. */
export type Card = Span & { id: string; column: string };

export type Placed = {
  id: string;
  column: string;
  /** From the beginning of the grid, in minutes. */
  top: number;
  /** In minutes; never so short that it could not be read or touched. */
  height: number;
  /** Which of `of` equal parts of the column's width, from the left. */
  slot: number;
  of: number;
};

type Grid = Span & {
  /** What is shorter is drawn so long. */
  leastMinutes: number;
};

/** Every card inside its column and the grid; two of one column that would cover each other stand side by side. */
export function layOut(cards: readonly Card[], grid: Grid): Placed[] {
  const columns = new Map<string, Card[]>();
  for (const card of cards) columns.set(card.column, [...(columns.get(card.column) ?? []), card]);
  return [...columns.values()].flatMap((own) => layOutColumn(own, grid));
}

type Drawn = Span & { card: Card; slot: number };

function layOutColumn(cards: readonly Card[], grid: Grid): Placed[] {
  const drawn = cards.flatMap((card) => drawnOf(card, grid)).sort(inOrder);
  const placed: Placed[] = [];
  let group: Drawn[] = [];
  let until = Number.NEGATIVE_INFINITY;
  const close = () => {
    const of = Math.max(0, ...group.map(({ slot }) => slot + 1));
    for (const { card, from, to, slot } of group)
      placed.push({ id: card.id, column: card.column, top: from - grid.from, height: to - from, slot, of });
    group = [];
  };
  for (const one of drawn) {
    if (one.from >= until) close();
    const taken = new Set(group.filter(({ to }) => to > one.from).map(({ slot }) => slot));
    while (taken.has(one.slot)) one.slot++;
    group.push(one);
    until = Math.max(until, one.to);
  }
  close();
  return placed;
}

/** As much of it as lies in the grid; nothing when none does. */
function drawnOf(card: Card, grid: Grid): Drawn[] {
  if (card.to <= grid.from || card.from >= grid.to || card.to <= card.from) return [];
  const least = Math.min(grid.leastMinutes, grid.to - grid.from);
  const from = Math.min(Math.max(card.from, grid.from), grid.to - least);
  return [{ card, from, to: Math.min(Math.max(card.to, from + least), grid.to), slot: 0 }];
}

/** The longer of two that begin together stands on the left. */
const inOrder = (a: Drawn, b: Drawn) =>
  a.from - b.from || b.to - a.to || (a.card.id < b.card.id ? -1 : a.card.id > b.card.id ? 1 : 0);

/** The nearest step, counted from the grid's beginning. */
export const snap = (minute: number, grid: Span, step: number): number =>
  grid.from + Math.round((minute - grid.from) / step) * step;

/** The beginning that keeps all of `minutes` in the grid; what is longer than the grid begins with it. */
export const keepInside = (from: number, minutes: number, grid: Span): number =>
  Math.max(grid.from, Math.min(from, grid.to - minutes));

/**
 * Where the clock there shows a full hour. A day on which clocks change is an hour longer or shorter, and its marks say
 * what the clock says.
 */
export function hourMarks(grid: Span, wallMinute: (minute: number) => number): number[] {
  const marks: number[] = [];
  // Clocks differ by quarters of an hour.
  for (let at = Math.ceil(grid.from / 15) * 15; at <= grid.to; at += 15) if (wallMinute(at) % 60 === 0) marks.push(at);
  return marks;
}

/** What the grid shows of a day: the hours that somebody works or something is booked in, in full hours, within the day. */
export function hoursShown(day: Span, spans: readonly Span[], usual: Span): Span {
  const inside = spans.filter(({ from, to }) => to > day.from && from < day.to && to > from);
  const from = Math.min(usual.from, ...inside.map((span) => Math.max(span.from, day.from)));
  const to = Math.max(usual.to, ...inside.map((span) => Math.min(span.to, day.to)));
  return {
    from: Math.max(day.from, day.from + Math.floor((from - day.from) / 60) * 60),
    to: Math.min(day.to, day.from + Math.ceil((to - day.from) / 60) * 60),
  };
}
