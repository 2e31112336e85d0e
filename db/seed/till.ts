import type { TransactionSql } from "postgres";
import { cashWasCounted, drawerWasFilled, type Entry, noClaim, saleBecame, saleWasPaid } from "@/lib/payments/ledger";
import { addDays, localDate } from "@/lib/platform/calendar";
import { shareOut } from "@/lib/platform/share-out";
import { receiptTokenHash } from "@/lib/till/receipt-token";
import { tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { earnedEntries, earningRows, seedRates } from "./earnings";
import { seedProducts } from "./products";
import { insertRows } from "./rows";
import { settlePay } from "./settled-pay";
import { demoId, dice, firstDemoId, lastDemoId } from "./stable";
import { type Charged, receiptFor, type Sold, soldTo, uncharged } from "./till-sales";
import { clock, midnight } from "./wall-clock";

const minute = 60_000;
const daysBack = 31;
const floatMinor = 200_000;

type Written = {
  kind: string;
  source: string;
  at: Date;
  day: string;
  entries: Entry[];
  saleId?: string;
  bookingId?: string | null;
  paymentId?: string;
};
type People = { desk: string; owner: string };
type Drawer = {
  id: string;
  openedAt: Date;
  counted: { minor: number; expected: number; at: Date; day: string } | null;
};
type Close = { day: string; at: Date; cashOff: number };

/**
 * A month of days that are closed, or all since the house opened, and today that is open: what was done is sold, and one
 * sale is paid in part.
 */
export async function leaveTill(
  sql: TransactionSql,
  business: DemoBusiness,
  { today, now, past }: { today: string; now: Date; past: string | undefined },
): Promise<void> {
  const tenantId = tenantIdOf(business);
  const people = await peopleOf(sql, business);
  if (!people) return;
  await seedProducts(sql, business, now);
  const first = past ?? addDays(today, -daysBack);
  await seedRates(sql, business, past ?? addDays(today, -60), now);
  const state = await stateOf(sql, tenantId);
  const visits = (await uncharged(sql, tenantId, midnight(first, business.timeZone), now)).filter(
    ({ at }) => !state.closed.has(localDate(at, business.timeZone)),
  );
  const ofToday = visits.filter(({ at }) => localDate(at, business.timeZone) === today);
  const partOf = state.hasOpen ? null : (ofToday.at(-1) ?? (await buyer(sql, business, today, now)));
  const sold = [...visits, ...(partOf && !visits.includes(partOf) ? [partOf] : [])].map((visit) =>
    soldTo(business, visit, now, visit === partOf),
  );
  const book: Written[] = [];
  const drawers: Drawer[] = [];
  const closes: Close[] = [];
  let cash = state.cash;
  // A drawer that somebody opened by hand is theirs to count.
  let drawer = state.drawer?.mine ? state.drawer.id : null;
  const byDay = new Map<string, Sold[]>();
  for (const sale of sold) byDay.set(sale.day, [...(byDay.get(sale.day) ?? []), sale]);
  for (let day = first; day <= today; day = addDays(day, 1)) {
    const mine = byDay.get(day) ?? [];
    if (state.closed.has(day) || (day < today && mine.length === 0 && !state.days.has(day))) continue;
    if (!drawer && !state.drawer) {
      const id = demoId(`drawer/${business.slug}/${day}`);
      const at = openingOf(business, day, mine, now);
      const entries = drawerWasFilled(floatMinor - cash);
      book.push({ kind: "drawer", source: `opening of drawer ${id}`, at, day, entries });
      drawers.push({ id, openedAt: at, counted: null });
      cash = floatMinor;
      drawer = id;
    }
    book.push(...mine.flatMap((sale) => writtenOf(business, sale)));
    cash += mine.reduce((sum, { tenders }) => sum + cashIn(tenders), 0);
    if (day === today || state.byHand.has(day) || !drawer) continue;
    const id = drawer;
    const off = dice(`count ${business.slug} ${day}`).pick([0, 0, 0, -5_000, 2_000]);
    const last = mine.at(-1)?.at ?? clock(day, 1_200, business.timeZone);
    const at = new Date(last.getTime() + 25 * minute);
    const entries = cashWasCounted(off);
    book.push({ kind: "cash_count", source: `count of drawer ${id}`, at, day, entries });
    const counted = { minor: cash + off, expected: cash, at, day };
    const opened = drawers.find((one) => one.id === id);
    if (opened) opened.counted = counted;
    else drawers.push({ id, openedAt: at, counted });
    closes.push({ day, at, cashOff: off });
    cash += off;
    drawer = null;
  }
  await write(sql, business, { sold, book, drawers, people, lastNumber: state.lastNumber });
  await settlePay(sql, business, { today, now, past, ownerId: people.owner });
  await writeCloses(sql, tenantId, closes, people);
}

const cashIn = (tenders: Sold["tenders"]) =>
  tenders.reduce((sum, { method, amountMinor }) => (method === "cash" ? sum + amountMinor : sum), 0);

/** Before the first sale of the day, at half past eight as a rule. */
function openingOf(business: DemoBusiness, day: string, sales: Sold[], now: Date): Date {
  const first = (sales[0]?.at ?? now).getTime() - 20 * minute;
  const usual = clock(day, 510, business.timeZone).getTime();
  return new Date(Math.max(Math.min(first, usual), midnight(day, business.timeZone).getTime()));
}

/** Somebody who only buys something, where nobody has been served yet today. */
async function buyer(sql: TransactionSql, business: DemoBusiness, today: string, now: Date): Promise<Charged | null> {
  const [row] = await sql<{ id: string }[]>`
    select id from customers where tenant_id = ${tenantIdOf(business)} and phone is not null order by id limit 1`;
  if (!row || !business.products) return null;
  const at = new Date(Math.max(now.getTime() - 12 * minute, midnight(today, business.timeZone).getTime()));
  return { id: `${business.slug}/${today}`, visitId: null, bookingId: null, customerId: row.id, at, lines: [] };
}

/** What the till's own verbs would have written of it. */
function writtenOf(business: DemoBusiness, sale: Sold): Written[] {
  const { id, day, at, about, bill, tenders } = sale;
  const of = { day, at, saleId: id, bookingId: about.bookingId };
  return [
    { ...of, kind: "sale", source: `sale ${id} 0`, entries: saleBecame(noClaim, bill.claim) },
    ...tenders.map(({ method, amountMinor }, nth) => {
      const paymentId = paymentOf(sale, nth);
      const entries = saleWasPaid(method === "prompt" ? "mpesa" : method, amountMinor);
      return { ...of, bookingId: null, kind: "payment", source: `payment ${paymentId}`, paymentId, entries };
    }),
    { day, at, kind: "earnings", source: `earnings of sale ${id} 0`, entries: earnedEntries(business, sale) },
  ];
}

const paymentOf = ({ id }: Sold, nth: number) => demoId(`payment/${id}/${nth}`);

async function peopleOf(sql: TransactionSql, { slug }: DemoBusiness): Promise<People | null> {
  const rows = await sql<{ id: string; email: string }[]>`
    select id, email from users where email in ${sql([`desk@${slug}.test`, `owner@${slug}.test`])}`;
  const idOf = (name: string) => rows.find(({ email }) => email.startsWith(name))?.id;
  const [desk, owner] = [idOf("desk@"), idOf("owner@")];
  return desk && owner ? { desk, owner } : null;
}

/** What there is already: days that are closed, days on which somebody took money by hand, the cash and the drawer. */
async function stateOf(sql: TransactionSql, tenantId: string) {
  const [row] = await sql<
    {
      last: number | null;
      cash: string;
      closed: string[];
      days: string[];
      hand: string[];
      open: boolean;
      drawer: string | null;
    }[]
  >`select (select last_number from tills where tenant_id = ${tenantId}) as last,
      (select coalesce(sum(debit_minor - credit_minor), 0) from ledger_entries
        where tenant_id = ${tenantId} and account = 'cash') as cash,
      (select coalesce(array_agg(day::text), '{}') from day_closes where tenant_id = ${tenantId}) as closed,
      (select coalesce(array_agg(distinct day::text), '{}') from ledger_transactions
        where tenant_id = ${tenantId} and kind not in ('expense', 'payout')) as days,
      (select coalesce(array_agg(distinct day::text), '{}') from ledger_transactions
        where tenant_id = ${tenantId} and id not between ${firstDemoId} and ${lastDemoId}) as hand,
      exists (select from sales where tenant_id = ${tenantId} and status = 'open') as open,
      (select id::text from drawer_sessions where tenant_id = ${tenantId} and closed_at is null) as drawer`;
  return {
    lastNumber: row!.last ?? 0,
    cash: Number(row!.cash),
    closed: new Set(row!.closed),
    days: new Set(row!.days),
    byHand: new Set(row!.hand),
    hasOpen: row!.open,
    drawer: row!.drawer ? { id: row!.drawer, mine: row!.drawer >= firstDemoId && row!.drawer <= lastDemoId } : null,
  };
}

type All = {
  sold: Sold[];
  book: Written[];
  drawers: Drawer[];
  people: People;
  lastNumber: number;
};

async function write(sql: TransactionSql, business: DemoBusiness, all: All): Promise<void> {
  const tenant_id = tenantIdOf(business);
  const { sold, drawers, people } = all;
  const book = all.book.filter(({ entries }) => entries.length > 0);
  await sql`insert into tills (tenant_id, last_number, vat_percent)
    values (${tenant_id}, ${all.lastNumber + sold.length}, ${business.vatPercent ?? null})
    on conflict (tenant_id) do update set last_number = excluded.last_number`;
  await insertRows(
    sql,
    "sales",
    sold.map((sale, nth) => saleRow(business, sale, all.lastNumber + nth + 1, people)),
    "fresh",
  );
  await insertRows(
    sql,
    "sale_lines",
    sold.flatMap((sale) => lineRows(tenant_id, sale)),
    "fresh",
  );
  await insertRows(
    sql,
    "earnings",
    sold.flatMap((sale) => earningRows(business, sale)),
    "fresh",
  );
  await insertRows(
    sql,
    "payments",
    sold.flatMap((sale) => paymentRows(tenant_id, sale, people)),
    "fresh",
  );
  await insertRows(
    sql,
    "mpesa_receipts",
    sold.flatMap((sale) => receiptRows(tenant_id, sale)),
    "fresh",
  );
  // The key of links is not there wherever a database is filled.
  if (process.env.AUTH_SECRET)
    await insertRows(
      sql,
      "access_tokens",
      sold.map(({ id, at }) => ({
        hash: receiptTokenHash(id),
        tenant_id,
        kind: "receipt",
        subject_id: id,
        created_at: at,
      })),
    );
  await insertRows(
    sql,
    "ledger_transactions",
    book.map((one) => transactionRow(tenant_id, one, people)),
    "fresh",
  );
  await insertRows(
    sql,
    "ledger_entries",
    book.flatMap(({ source, entries }) =>
      entries.map(({ account, debitMinor, creditMinor }, position) => ({
        tenant_id,
        transaction_id: demoId(`ledger/${source}`),
        position,
        account,
        debit_minor: debitMinor,
        credit_minor: creditMinor,
        currency: "KES",
      })),
    ),
    "fresh",
  );
  await writeDrawers(sql, tenant_id, drawers, people);
  await sql`update visits v set paid_minor = least(v.total_minor, s.paid) from jsonb_to_recordset(${sql.json(
    sold.filter(({ about }) => about.visitId).map((sale) => ({ id: sale.about.visitId, paid: paidOfVisit(sale) })),
  )}) as s (id uuid, paid bigint) where v.tenant_id = ${tenant_id} and v.id = s.id`;
}

/** Of what was paid, the part for the visit's own work; as the till reckons it. */
function paidOfVisit({ lines, bill, tenders }: Sold): number {
  const paid = tenders.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const work = lines.reduce(
    (sum, line, at) => (line.ofLineId ? sum + line.unitMinor - bill.lines[at]!.discountMinor : sum),
    0,
  );
  return shareOut(paid, [work, bill.totalMinor - work])[0] ?? 0;
}

const saleRow = (business: DemoBusiness, sale: Sold, number: number, people: People) => ({
  tenant_id: tenantIdOf(business),
  id: sale.id,
  number,
  status: sale.open ? "open" : "closed",
  booking_id: sale.about.bookingId,
  visit_id: sale.about.visitId,
  customer_id: sale.about.customerId,
  subtotal_minor: sale.bill.subtotalMinor,
  discount_minor: sale.bill.discountMinor,
  discount_reason: sale.discountReason,
  tip_minor: sale.bill.tipMinor,
  total_minor: sale.bill.totalMinor,
  vat_minor: sale.bill.vatMinor,
  vat_percent: business.vatPercent ?? null,
  currency: "KES",
  revision: 0,
  by_user_id: people.desk,
  closed_at: sale.open ? null : sale.at,
  void_reason: "",
  created_at: sale.at,
});

const lineRows = (tenant_id: string, { id, lines, bill }: Sold) =>
  lines.map((line, position) => ({
    tenant_id,
    id: demoId(`sale line/${id}/${position}`),
    sale_id: id,
    position,
    service_id: line.serviceId,
    product_id: line.productId,
    name: line.name,
    staff_id: line.staffId,
    quantity: line.quantity,
    unit_minor: line.unitMinor,
    discount_minor: bill.lines[position]!.discountMinor,
    tip_minor: bill.lines[position]!.tipMinor,
    of_line_id: line.ofLineId,
  }));

const paymentRows = (tenant_id: string, sale: Sold, people: People) =>
  sale.tenders.map(({ method, amountMinor, tenderedMinor }, nth) => ({
    tenant_id,
    id: paymentOf(sale, nth),
    purpose: "sale",
    sale_id: sale.id,
    customer_id: sale.about.customerId,
    method,
    amount_minor: amountMinor,
    currency: "KES",
    status: "paid",
    receipt: method === "prompt" ? receiptFor(sale, nth) : null,
    tendered_minor: tenderedMinor,
    proof: method === "prompt" ? "callback" : "word",
    settled_at: sale.at,
    looks: 0,
    said_paid: 0,
    by_user_id: people.desk,
    created_at: sale.at,
  }));

const receiptRows = (tenant_id: string, sale: Sold) =>
  sale.tenders.flatMap(({ method, amountMinor }, nth) =>
    method === "prompt"
      ? {
          tenant_id,
          receipt: receiptFor(sale, nth),
          amount_minor: amountMinor,
          reference: "",
          paid_at: sale.at,
          source: "callback",
          payment_id: paymentOf(sale, nth),
          created_at: sale.at,
        }
      : [],
  );

const transactionRow = (tenant_id: string, one: Written, people: People) => ({
  tenant_id,
  id: demoId(`ledger/${one.source}`),
  kind: one.kind,
  source: one.source,
  at: one.at,
  day: one.day,
  payment_id: one.paymentId ?? null,
  sale_id: one.saleId ?? null,
  booking_id: one.bookingId ?? null,
  by_user_id: people.desk,
  created_at: one.at,
});

const writeDrawers = (sql: TransactionSql, tenantId: string, drawers: Drawer[], { desk }: People) => sql`
  insert into drawer_sessions (tenant_id, id, float_minor, currency, opened_by, opened_at, counted_minor, expected_minor,
    closed_by, closed_at, day)
  select ${tenantId}, d.id, ${floatMinor}, 'KES', ${desk}, d."openedAt", c.minor, c.expected,
    case when c.at is not null then ${desk}::uuid end, c.at, c.day
  from jsonb_to_recordset(${sql.json(drawers)}) as d(id uuid, "openedAt" timestamptz, counted jsonb),
    jsonb_to_record(coalesce(d.counted, '{}')) as c(minor bigint, expected bigint, at timestamptz, day date)
  on conflict (tenant_id, id) do update set counted_minor = excluded.counted_minor,
    expected_minor = excluded.expected_minor, closed_by = excluded.closed_by, closed_at = excluded.closed_at,
    day = excluded.day`;

/** By the ledger as it stands by then. */
const writeCloses = (sql: TransactionSql, tenantId: string, closes: Close[], { owner }: People) => sql`
  insert into day_closes (tenant_id, day, expected, counted, difference_minor, unverified_minor, unverified, currency,
    note, closed_by, created_at)
  select ${tenantId}, d.day, m.expected, m.expected || jsonb_build_object('cash', (m.expected->>'cash')::bigint + d."cashOff"),
    d."cashOff", 0, 0, 'KES', case when d."cashOff" < 0 then 'Change given twice' else '' end, ${owner}, d.at
  from jsonb_to_recordset(${sql.json(closes)}) as d(day date, at timestamptz, "cashOff" bigint),
    lateral (select jsonb_build_object(
      'cash', coalesce(sum(e.debit_minor - e.credit_minor) filter (where e.account = 'cash'), 0),
      'mpesa', coalesce(sum(e.debit_minor - e.credit_minor) filter (where e.account = 'mpesa'), 0),
      'card', coalesce(sum(e.debit_minor - e.credit_minor) filter (where e.account = 'card'), 0),
      'other', 0) as expected
    from ledger_transactions l join ledger_entries e on e.tenant_id = l.tenant_id and e.transaction_id = l.id
    where l.tenant_id = ${tenantId} and l.day = d.day and l.kind not in ('drawer', 'cash_count')) m`;
