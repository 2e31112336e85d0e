import type { TransactionSql } from "postgres";
import { addDays } from "@/lib/platform/calendar";
import { serviceIdOf, staffIdOf, tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { insertRows } from "./rows";
import { demoId, firstDemoId, lastDemoId } from "./stable";
import { midnight } from "./wall-clock";

const minute = 60_000;

/** Somebody of the demo's customers who is not expected today. */
const somebody = (sql: TransactionSql, tenantId: string, today: string, many: number) => sql<
  { id: string; name: string }[]
>`
  select c.id, c.name from customers c
  where c.tenant_id = ${tenantId} and c.id between ${firstDemoId} and ${lastDemoId}
    and not exists (select from bookings b where b.tenant_id = c.tenant_id and b.customer_id = c.id
      and b.starts_at >= ${today}::date and b.starts_at < ${today}::date + 7)
  order by c.created_at, c.id limit ${many}`;

/** Today's queue: some have had their turn, one is called and two wait; only when nobody has a number yet. */
export async function leaveQueue(sql: TransactionSql, business: DemoBusiness, today: string, now: Date): Promise<void> {
  const tenant_id = tenantIdOf(business);
  const opened = midnight(today, business.timeZone).getTime() + 9 * 60 * minute;
  const since = Math.floor((now.getTime() - opened) / minute);
  const [known] = await sql`select from queue_tickets where tenant_id = ${tenant_id} and day = ${today} limit 1`;
  if (known || since < 60) return;
  const [desk] = await sql<{ id: string }[]>`select id from users where email = ${`desk@${business.slug}.test`}`;
  const people = await somebody(sql, tenant_id, today, 6);
  // Once the house is about to close nobody waits any more.
  const waiting = since < 9 * 60 ? 3 : 0;
  const tickets = people.map(({ id }, at) => {
    const left = people.length - at;
    const waits = left <= waiting;
    const at_ms = waits
      ? now.getTime() - left * 9 * minute
      : opened + ((at + 1) * (Math.min(since, 9 * 60) - 45) * minute) / 6;
    const status = waits ? (left === waiting ? "called" : "waiting") : at === 1 ? "left" : "served";
    return { id: demoId(`ticket/${today}/${at}`), number: at + 1, customer_id: id, status, at: new Date(at_ms) };
  });
  const services = ["blow-dry", "cornrows", "blow-dry", "silk-press", "blow-dry", "cornrows"];
  await insertRows(
    sql,
    "queue_tickets",
    tickets.map(({ at, status, ...ticket }, n) => ({
      ...ticket,
      tenant_id,
      status,
      day: today,
      turn: ticket.number,
      skips: 0,
      service_id: serviceIdOf(business, services[n]!),
      called_at: status === "called" ? new Date(now.getTime() - 2 * minute) : null,
      called_to: status === "called" ? staffIdOf(business, business.staff[0]!.key) : null,
      created_at: at,
      ended_at: status === "left" || status === "served" ? new Date(at.getTime() + 12 * minute) : null,
    })),
  );
  const steps = tickets.flatMap(({ id, status, at, number }) =>
    [
      { id, step: "take", by: "member", at },
      ...(status === "called" ? [{ id, step: "call", by: "member", at: new Date(now.getTime() - 2 * minute) }] : []),
      ...(status === "left" ? [{ id, step: "leave", by: "customer", at: new Date(at.getTime() + 12 * minute) }] : []),
      ...(status === "served"
        ? [
            { id, step: "call", by: "member", at: new Date(at.getTime() + 10 * minute) },
            { id, step: "serve", by: "member", at: new Date(at.getTime() + 12 * minute) },
          ]
        : []),
    ].map((step) => ({ ...step, turn: number })),
  );
  await insertRows(
    sql,
    "queue_steps",
    steps.map(({ id, step, by, at, turn }) => ({
      tenant_id,
      id: demoId(`${id} ${step}`),
      ticket_id: id,
      step,
      place: 1,
      before: { status: step === "serve" ? "called" : "waiting", turn, skips: 0, calledTo: null },
      by_kind: by,
      by_user_id: by === "member" ? (desk?.id ?? null) : null,
      created_at: at,
    })),
  );
}

/** Three wait for a free time, and one has had hers; only when nobody does. */
export async function leaveWaitlist(
  sql: TransactionSql,
  business: DemoBusiness,
  today: string,
  now: Date,
): Promise<void> {
  const tenant_id = tenantIdOf(business);
  const [known] = await sql`
    select from waitlist_entries where tenant_id = ${tenant_id} and ended is null and last_date >= ${today} limit 1`;
  if (known) return;
  const people = await somebody(sql, tenant_id, today, 9);
  const [taken] = await sql<
    {
      id: string;
      customer_id: string;
      name: string;
      staff_id: string;
      service_id: string;
      starts_at: Date;
      ends_at: Date;
    }[]
  >`
    select b.id, b.customer_id, c.name, l.staff_id, l.service_id, b.starts_at, b.ends_at
    from bookings b join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
    join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id and l.position = 0
    where b.tenant_id = ${tenant_id} and b.id between ${firstDemoId} and ${lastDemoId} and b.status = 'confirmed'
      and b.starts_at > ${new Date(now.getTime() + 1_440 * minute)}
    order by b.starts_at limit 1`;
  const hours = (h: number) => new Date(now.getTime() - h * 60 * minute);
  const wishes = [
    { service: "silk-press", days: [1, 4], minutes: [0, 720], since: hours(52) },
    { service: "cornrows", days: [2, 2], minutes: [720, 1_020], since: hours(27) },
    { service: "colour", days: [3, 9], minutes: [0, 1_440], since: hours(5) },
  ];
  const entries = wishes.flatMap(({ service, days, minutes, since }, at) => {
    const person = people[6 + at];
    const [from, to] = days.map((day) => addDays(today, day));
    return person
      ? [
          {
            tenant_id,
            id: demoId(`waiting/${today}/${at}`),
            customer_id: person.id,
            name: person.name,
            service_id: serviceIdOf(business, service),
            staff_id: at === 1 ? staffIdOf(business, business.staff[0]!.key) : null,
            windows: [{ from, to, fromMinute: minutes[0], toMinute: minutes[1] }],
            first_date: from,
            last_date: to,
            source: at === 1 ? "desk" : "public",
            unanswered: 0,
            ended: null as string | null,
            ended_at: null as Date | null,
            created_at: since,
          },
        ]
      : [];
  });
  const day = taken?.starts_at.toISOString().slice(0, 10);
  const had = taken && {
    ...entries[0]!,
    id: demoId(`waiting/${taken.id}`),
    customer_id: taken.customer_id,
    name: taken.name,
    service_id: taken.service_id,
    windows: [{ from: day, to: day, fromMinute: 0, toMinute: 1_440 }],
    first_date: day!,
    last_date: day!,
    ended: "booked",
    ended_at: hours(2),
    created_at: hours(70),
  };
  const fresh = await insertRows(sql, "waitlist_entries", [...entries, ...(had ? [had] : [])]);
  if (!had || !taken || !fresh.has(had.id)) return;
  await insertRows(sql, "waitlist_offers", [
    { tenant_id, booking_id: taken.id, entry_id: had.id, created_at: hours(2.4), outcome: "taken" },
  ]);
  const freed = {
    staffIds: [taken.staff_id],
    startsAt: taken.starts_at.toISOString(),
    endsAt: taken.ends_at.toISOString(),
  };
  const round = { tenant_id, round_id: demoId(`round/${taken.id}`), freed, created_at: hours(2.4) };
  await insertRows(sql, "waitlist_log", [
    {
      ...round,
      id: demoId(`offered ${taken.id}`),
      entry_id: had.id,
      place: 1_000,
      verdict: "offered",
      booking_id: taken.id,
    },
    {
      ...round,
      id: demoId(`passed ${taken.id}`),
      entry_id: entries[0]!.id,
      place: 1_001,
      verdict: "waits_less",
      booking_id: null,
    },
    {
      ...round,
      id: demoId(`taken ${taken.id}`),
      round_id: demoId(`answer/${taken.id}`),
      freed: null,
      created_at: hours(2),
      entry_id: had.id,
      place: 0,
      verdict: "taken",
      booking_id: taken.id,
    },
  ]);
}
