import { sql } from "drizzle-orm";
import { bookFromFile, type FileBooking } from "@/lib/bookings/book-from-file";
import type { BookRefusal } from "@/lib/bookings/book-slot";
import { type Fit, fitBookings, type Standing } from "@/lib/bookings/fit-bookings";
import { mostServices } from "@/lib/bookings/rules";
import { takeBackBookings } from "@/lib/bookings/take-back-bookings";
import { eventsOf } from "@/lib/events/record-event";
import { atMinute } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { formatDayTime } from "@/lib/platform/format";
import { plainName } from "@/lib/platform/nearest-name";
import { uuids } from "@/lib/platform/uuids";
import { isOverPlan } from "@/lib/tenancy/plan-room";
import type { Scope } from "@/lib/tenancy/scope";
import { type Cell, dayOf, listOf, minuteOf, nameOf, phoneOf, textOf, Wrong } from "./cells";
import type { How, Kind, Outcome, Row } from "./kind";
import { madeBy, type Sold, soldHere } from "./services";
import { personNamed, servicesIn, servingHere } from "./staff";
import { touchedCustomers } from "./touched-customers";

type House = { sold: Sold; people: Awaited<ReturnType<typeof servingHere>> };

const keyWords = (who: string, startsAt: Date, serviceId: string) => `${who} ${startsAt.toISOString()} ${serviceId}`;
const whoOf = (name: string, phone: string | null) => phone ?? `name ${plainName(name)}`;
const firstOf = ({ lines }: FileBooking) => lines[0]!.serviceId;

/** Bookings to come, by the verb that takes time. */
export const bookingKind: Kind<FileBooking, House> = {
  batch: 50,
  async around(scope) {
    return { sold: await soldHere(scope), people: await servingHere(scope) };
  },
  read: (cell, { around, timeZone }) => ({
    customer: { phone: phoneOf(cell("phone")), name: nameOf(cell) },
    lines: linesIn(cell, around),
    startsAt: startIn(cell, timeZone),
    notes: textOf("Notes", 500, cell("notes")),
  }),
  keyOf: (it) => keyWords(whoOf(it.customer.name, it.customer.phone), it.startsAt, firstOf(it)),

  async known(scope, all, { importId }) {
    const { tx, tenantId } = scope;
    const starts = JSON.stringify([...new Set(all.map(({ startsAt }) => startsAt.toISOString()))]);
    const rows = await tx.execute<{ id: string; name: string; phone: string | null; at: string; service: string }>(sql`
      select b.id, coalesce(b.booked_as->>'name', c.name) as name, c.phone, b.starts_at as at, l.service_id as service
      from bookings b
      join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
      join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id and l.position = 0
      where b.tenant_id = ${tenantId} and b.status in ('requested', 'held', 'confirmed')
        and b.starts_at in (select value::timestamptz from jsonb_array_elements_text(${starts}::jsonb) as value)`);
    const here = await madeBy(scope, importId);
    return new Map(
      rows.map(({ id, name, phone, at, service }) => [
        keyWords(whoOf(name, phone), new Date(at), service),
        here.has(id) ? ("here" as const) : ("before" as const),
      ]),
    );
  },

  async tryOut(scope, rows, { options: { overlaps = false } }) {
    const standing: Standing = [];
    const problems = [];
    for (let from = 0; from < rows.length; from += triedTogether) {
      const some = rows.slice(from, from + triedTogether);
      const wishes = some.map(({ it }) => it);
      const fits = await fitBookings(scope, wishes, { overlaps, standing });
      for (const [at, { line }] of some.entries()) {
        const problem = fits[at] === "taken" && overlaps ? null : notFitting[fits[at]!];
        if (problem) problems.push({ line, problem });
      }
    }
    return problems;
  },

  remarks: async (_, __, { options: { tells, overlaps } }) => [
    tells
      ? "Every customer gets a confirmation by the ways they want."
      : "No customer is told of them now. Reminders come as for every booking.",
    ...(overlaps ? ["Those that lie over others come in as overbookings, each marked as one."] : []),
  ],

  async write(scope, rows, how) {
    const outcomes: Outcome[] = [];
    for (const row of rows) outcomes.push(await writeOne(scope, row, how));
    const placed = eventsOf(scope);
    const fresh = new Set(placed.flatMap((event) => (event.name === "customer.added" ? [event.customerId] : [])));
    const whose = new Map(
      placed.flatMap((event) =>
        event.name === "booking.placed" ? [[event.bookingId, event.customerId] as const] : [],
      ),
    );
    return outcomes.map((one) => {
      const customerId = one.madeId && whose.get(one.madeId);
      // Whom a booking wrote down stands with the first of theirs.
      return customerId && fresh.delete(customerId) ? { ...one, customerId } : one;
    });
  },

  /** Who was written down for these alone is put away again. */
  async takeBack(scope, rows, { options: { tells = false } }) {
    const cancelled = new Set(
      await takeBackBookings(
        scope,
        rows.map(({ madeId }) => madeId!),
        { tells },
      ),
    );
    const added = rows.flatMap(({ customerId }) => customerId ?? []);
    const touched = await touchedCustomers(scope, added, [...cancelled]);
    const alone = added.filter((id) => !touched.has(id));
    await scope.tx.execute(sql`
      update customers set archived_at = ${now().toISOString()}
      where tenant_id = ${scope.tenantId} and id = any(${uuids(alone)})`);
    return rows.flatMap(({ line, madeId }) => (cancelled.has(madeId!) ? [line] : []));
  },
};

/** So many between two questions: Postgres gives a transaction up that thinks for long. */
const triedTogether = 250;

const notFitting: Record<Fit, string | null> = {
  free: null,
  taken: "That time is taken: it would lie over another booking",
  shut: "Nobody who does this works then, or it is further ahead than you take bookings",
  unknown: "Nobody does this any more",
};

async function writeOne(scope: Scope, { line, it }: Row<FileBooking>, { options }: How<House>): Promise<Outcome> {
  const { tells = false, overlaps = false } = options;
  try {
    const booked = await bookFromFile(scope, it, { tells, overlaps });
    if (booked.ok) return { line, outcome: "added", madeId: booked.value.id };
    const why = booked.refusal === "slot_taken" ? (await fitBookings(scope, [it]))[0]! : null;
    return { line, outcome: "wrong", problem: (why && notFitting[why]) ?? refusalWords(booked) };
  } catch (error) {
    if (isOverPlan(error)) return { line, outcome: "full", problem: "The plan holds no more customers" };
    throw error;
  }
}

function refusalWords({ refusal }: BookRefusal): string {
  if (refusal === "not_open") return "The business takes no bookings at the moment";
  if (refusal === "unknown_staff") return "Nobody who is here does this";
  if (refusal === "unknown_service") return "This service is not sold at the moment";
  return "That cannot be booked";
}

function linesIn(cell: Cell, { sold, people }: House): FileBooking["lines"] {
  const ids = listOf(cell("services")).flatMap((names) => servicesIn(sold, names));
  if (ids.length === 0) throw new Wrong("Service is missing");
  if (ids.length > mostServices) throw new Wrong(`Service names more than ${mostServices}`);
  const typed = cell("staff");
  if (/^(any|anyone|anybody|yeyote|-)?$/i.test(typed)) return ids.map((serviceId) => ({ serviceId }));
  const person = personNamed(people, typed);
  const not = ids.find((id) => !person.serviceIds.includes(id));
  if (not) {
    const name = sold.names.find((one) => sold.ids.get(plainName(one)) === not);
    throw new Wrong(`${person.name} does not do ${name}`);
  }
  return ids.map((serviceId) => ({ serviceId, staffId: person.id }));
}

function startIn(cell: Cell, timeZone: string): Date {
  const date = cell("date");
  const day = dayOf(date);
  if (!day) throw new Wrong(date ? `Date “${date}” is not a day like 31/12/2026 or 2026-12-31` : "Date is missing");
  const typed = cell("time") || date.replace(/^\S{8,10}?(?=[T\s]|$)/, "").replace(/^[T,\s]+/, "");
  // As a programme writes it, with a zone: that one's time, whatever the house's is.
  const [, time, zone] = /^(.*?)(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?$/i.exec(typed)!;
  const minute = minuteOf(time!);
  if (minute === null) throw new Wrong(typed ? `Time “${typed}” is not a time like 14:30` : "Time is missing");
  const at = new Date(atMinute(day, minute, zone ? "UTC" : timeZone).getTime() - offsetMs(zone));
  if (at <= now()) throw new Wrong(`${formatDayTime(at.toISOString(), timeZone)} is over`);
  return at;
}

/** How far a zone like `+03:00` is ahead of UTC. */
function offsetMs(zone = "Z"): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  const ahead = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === "-" ? -ahead : ahead;
}
