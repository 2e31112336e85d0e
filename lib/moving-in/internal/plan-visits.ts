import { shareOut } from "@/lib/platform/share-out";
import type { OldRow } from "../dump";
import { type Amount, amountOf, type Old, oldBooking, oldVisit } from "./old-models";
import type { House } from "./read-house";
import { idHere, type Move, newIdOf, refuseRow, take, tell } from "./tally";

export type VisitLine = { serviceId: string; name: string; staffId: string; priceMinor: number };
export type PlannedVisit = {
  row: OldRow;
  id: string;
  bookingId: string | null;
  customerId: string;
  at: Date;
  totalMinor: number;
  /** Nothing of it where nothing is known to be. */
  paidMinor: number;
  notes: string;
  lines: VisitLine[];
};
type Unnamed = { staffId: string; serviceId: string };

/** What happened, one visit for each booking. What was done shares what was paid by its prices. */
export function planVisits(
  move: Move,
  house: House,
  nobody: Unnamed,
  linked: ReadonlyMap<string, string>,
): PlannedVisit[] {
  const taken = take(move, "visit", oldVisit).toSorted((a, b) => a.it.visit_date.getTime() - b.it.visit_date.getTime());
  const bookingOf = pairBookings(move, taken, linked);
  const used = new Set(linked.keys());
  return taken.flatMap(({ row, it }) => {
    const customerId = newIdOf(move, "customer", it.customer);
    const bookingId = bookingOf.get(row.id) ?? null;
    const why = !customerId
      ? "its customer is another business’s, or did not come in"
      : house.gone.has(customerId)
        ? "its customer has been put away here"
        : it.total_amount.minor < 0
          ? "costs less than nothing"
          : bookingId && used.has(bookingId)
            ? "its booking was completed twice: the first of the two visits stands"
            : null;
    if (why || !customerId) {
      refuseRow(move, row, why ?? "");
      return [];
    }
    if (bookingId) used.add(bookingId);
    const totalMinor = wholeMinor(move, row, it.total_amount);
    return {
      ...{ row, id: idHere(row), bookingId, customerId, at: it.visit_date, totalMinor, notes: it.notes },
      paidMinor: paidOf(move, row, it.payment_status, totalMinor),
      lines: linesOf(move, house, nobody, { row, it, totalMinor }),
    };
  });
}

type Taken = { row: OldRow; it: Old<typeof oldVisit> };
const hourMs = 3_600_000;

/**
 * The booking of each visit. The old system made a visit when a booking was completed and did not write down of which: the
 * same customer’s, with that service, of that day. Completed twice it made two, so what is just like a visit that has its
 * booking, and finds none of its own, is that booking’s as well.
 */
function pairBookings(
  move: Move,
  visits: readonly Taken[],
  linked: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const amounts = amountsBefore(move, linked);
  for (const { row, it } of visits) {
    const bookingId = newIdOf(move, "booking", it.booking);
    if (!bookingId) continue;
    pairs.set(row.id, bookingId);
    if (!amounts.has(bookingId)) amounts.set(bookingId, it.total_amount.minor);
  }
  const done = doneBookings(move);
  for (const { row, it } of visits) {
    if (pairs.has(row.id)) continue;
    const at = it.visit_date.getTime();
    const theirs = (done.get(it.customer) ?? []).filter(
      ({ service, from, to }) => it.services.includes(service) && at >= from && at <= to,
    );
    const free = theirs.find(({ id }) => !amounts.has(id));
    if (free) amounts.set(free.id, it.total_amount.minor);
    const again =
      it.services.length === 1 ? theirs.find(({ id }) => amounts.get(id) === it.total_amount.minor) : undefined;
    const found = free ?? again;
    if (found) pairs.set(row.id, found.id);
  }
  return pairs;
}

type Done = { id: string; service: string; from: number; to: number };

/** By customer. */
function doneBookings(move: Move): ReadonlyMap<string, Done[]> {
  const done = new Map<string, Done[]>();
  for (const row of move.house.rows("booking")) {
    const { data } = oldBooking.safeParse(row.fields);
    const id = newIdOf(move, "booking", row.id);
    if (data?.status.toLowerCase() !== "completed" || !id) continue;
    const at = data.booking_date.getTime();
    const theirs = done.get(data.customer) ?? [];
    theirs.push({ id, service: data.service, from: at - 12 * hourMs, to: at + 36 * hourMs });
    done.set(data.customer, theirs);
  }
  return done;
}

/** What the old system said that the visits cost that have a booking here already; none of a visit of ours. */
function amountsBefore(move: Move, linked: ReadonlyMap<string, string>): Map<string, number | null> {
  const byVisit = new Map(
    move.house
      .rows("visit")
      .map((row) => [newIdOf(move, "visit", row.id), amountOf(row.fields.total_amount)?.minor ?? null]),
  );
  return new Map([...linked].map(([bookingId, visitId]) => [bookingId, byVisit.get(visitId) ?? null]));
}

function wholeMinor(move: Move, row: OldRow, { minor, exact }: Amount): number {
  if (!exact) tell(move, row, `what was paid is rounded to ${(minor / 100).toFixed(2)}`);
  return minor;
}

function paidOf(move: Move, row: OldRow, said: string, totalMinor: number): number {
  if (said.toLowerCase() === "paid") return totalMinor;
  if (said.toLowerCase() !== "pending") tell(move, row, `“${said}”: how much was paid is not known, so nothing is`);
  return 0;
}

function linesOf(move: Move, house: House, nobody: Unnamed, { row, it, totalMinor }: Taken & { totalMinor: number }) {
  const staffId = newIdOf(move, "staffmember", it.staff_member) ?? nobody.staffId;
  const found = it.services.flatMap((old) => house.services.get(newIdOf(move, "service", old) ?? "") ?? []);
  if (found.length < it.services.length) tell(move, row, "names a service of another business: it is left out");
  const done = found.length > 0 ? found : [{ id: nobody.serviceId, name: "Not written down", priceMinor: 0 }];
  const prices = done.map(({ priceMinor }) => priceMinor);
  // What costs nothing by the list has its part all the same.
  const weights = prices.every((price) => price === 0) ? prices.map(() => 1) : prices;
  const shares = shareOut(totalMinor, weights);
  return done.map(({ id, name }, at) => ({ serviceId: id, name, staffId, priceMinor: shares[at]! }));
}
