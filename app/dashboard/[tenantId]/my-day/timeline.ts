import { type Span, subtract, within } from "@/lib/availability/spans";
import type { CalendarBlock, CalendarKept } from "@/lib/bookings/calendar";
import type { MyDay, MyWork } from "@/lib/bookings/my-day";
import { workSpans } from "@/lib/calendar/conflict";

/** One thing after the other, as my day goes. */
export type Row = Span & { key: string } & (
    | { kind: "work"; work: MyWork }
    | { kind: "block"; block: CalendarBlock }
    | { kind: "kept"; kept: CalendarKept }
    | { kind: "break" | "off" }
    /** `during`: while whom I serve waits, as for a colour to take. */
    | { kind: "free"; during: string | null }
  );

/** What is shorter is a pause and no gap. */
const leastFree = 15;

/** When I work and nothing is there; of the hours that are past nothing is said. */
export function freeOf(day: MyDay, now: number): Span[] {
  const taken = [...day.breaks, ...day.off, ...day.blocks, ...day.kept, ...day.work.flatMap(busyOf), past(now)];
  return subtract(within(day.windows, [day.day]), taken).filter(({ from, to }) => to - from >= leastFree);
}

const past = (now: number): Span => ({ from: Number.NEGATIVE_INFINITY, to: Math.ceil(now) });

/** What is done, or will not be, leaves the rest of its time to others. */
const busyOf = (work: MyWork): Span[] =>
  work.status === "completed" || work.status === "no_show" ? [] : workSpans(work);

const waitingIn = ({ work }: MyDay, { from, to }: Span): MyWork | undefined =>
  work.find((one) => one.from < from && to < one.to && busyOf(one).length > 0);

export function rowsOf(day: MyDay, now: number): Row[] {
  const spans = (kind: "break" | "off", of: readonly Span[]): Row[] =>
    of.map((span) => ({ ...span, kind, key: `${kind} ${span.from}` }));
  const rows: Row[] = [
    ...day.work.map((work) => ({ from: work.from, to: work.to, kind: "work" as const, work, key: work.id })),
    ...day.blocks.map((block) => ({ from: block.from, to: block.to, kind: "block" as const, block, key: block.id })),
    ...day.kept.map((kept) => ({ from: kept.from, to: kept.to, kind: "kept" as const, kept, key: kept.id })),
    ...spans("off", within(day.off, [day.day])),
    // A break in which I am away anyway says nothing.
    ...spans("break", subtract(within(day.breaks, day.windows), day.off)),
    ...freeOf(day, now).map((span) => ({
      ...span,
      kind: "free" as const,
      during: waitingIn(day, span)?.customer ?? null,
      key: `free ${span.from}`,
    })),
  ];
  return rows.sort((a, b) => a.from - b.from || a.to - b.to || a.key.localeCompare(b.key));
}

/** It is over, and nobody has to say anything about it any more. */
export const isOver = (row: Row, now: number): boolean =>
  row.to <= now && (row.kind !== "work" || row.work.status === "completed" || row.work.status === "no_show");

const toCome = new Set(["requested", "held", "confirmed", "arrived"]);

/** Whom I serve now, and who is next. */
export function standing({ work }: MyDay, now: number): { now: MyWork[]; next: MyWork | null } {
  const serving = work.filter(({ status }) => status === "in_service");
  const due = work.filter(({ status, from, to }) => toCome.has(status) && from <= now && now < to);
  const next = work.find(({ status, from }) => toCome.has(status) && from > now) ?? null;
  return { now: serving.length > 0 ? serving : due, next };
}

/** Quarters at which a block of a quarter at least can begin, and how long each could be. */
export function startsIn(free: readonly Span[]): { at: number; until: number }[] {
  return free.flatMap(({ from, to }) => {
    const first = Math.ceil(from / 15) * 15;
    // Now is a beginning, too, between two quarters.
    const starts = first === from || to - from < leastFree ? [] : [from];
    for (let at = first; at + leastFree <= to; at += 15) starts.push(at);
    return starts.map((at) => ({ at, until: to }));
  });
}
