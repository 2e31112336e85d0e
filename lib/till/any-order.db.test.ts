import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { noonZone } from "@/db/testing/noon";
import { runDueJobs } from "@/lib/jobs/worker";
import { payRefund } from "@/lib/payments/pay-refund";
import { arrived, newCode } from "@/lib/payments/testing/desk";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { askRefund } from "./ask-refund";
import { changeSale } from "./change-sale";
import { closeDay } from "./close-day";
import { dayStanding } from "./day-standing";
import { approveRefund, declineRefund } from "./decide-refund";
import { closeDrawer, moveCash, openDrawer } from "./drawer";
import { getSale, type SaleFacts } from "./get-sale";
import { askRefundInput, changeSaleInput, closeDayInput, moveCashInput } from "./input";
import { takeCodeForSale } from "./pay-by-mpesa";
import { answered, asked, member, pay, sold, takenBack } from "./testing/at-the-till";
import { voidSale } from "./void-sale";

// Whatever people do at the till, and in whatever order: the books stay whole, and what is shown is what they say.
const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 6, onnotice: () => {} });
afterAll(() => sql.end());
const [desk, owner] = [member("front_desk"), member("owner")];
const zone = noonZone(new Date());
const runs = 60;
const atOnce = 4;

let turn: Promise<void> = Promise.resolve();
/** One after another: a job that another run has in hand would be waited for by nobody. */
function runJobs(tenantId: string): Promise<void> {
  turn = turn.then(() => runDueJobs(tenantId));
  return turn;
}
const stepsEach = 14;

/** The same numbers for the same seed. */
function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    to: (most: number) => 1 + Math.floor(next() * most),
    of: <T>(all: readonly T[]): T | undefined => all[Math.floor(next() * all.length)],
  };
}
type Dice = ReturnType<typeof dice>;

/** What somebody may do, what they did it with, and the cash that was found too much or too little so far. */
type World = { house: House; dice: Dice; offMinor: number };
const inHouse = <T>({ house }: World, actor: typeof desk, work: (scope: Scope) => Promise<T>) =>
  withTenant(house.tenantId, actor, work);
const salesOf = async ({ house }: World): Promise<SaleFacts[]> => {
  const rows = await sql<{ id: string }[]>`
    select id from sales where tenant_id = ${house.tenantId} order by number`;
  return readTenant(house.tenantId, owner, async (scope) => {
    const all: SaleFacts[] = [];
    for (const { id } of rows) all.push((await getSale(scope, id))!);
    return all;
  });
};
const oneSale = async (world: World, which: (sale: SaleFacts) => boolean) =>
  world.dice.of((await salesOf(world)).filter(which));
const payable = (sale: SaleFacts) => sale.status === "open" && sale.owedMinor > 0;
const prompts = ({ house }: World, status: string) => sql<{ id: string }[]>`
  select id from payments where tenant_id = ${house.tenantId} and method = 'prompt' and status = ${status} order by id`;
const oneRefund = async ({ house, dice }: World, status: string) =>
  dice.of(
    await sql<{ id: string; method: string | null }[]>`
      select id, method from refunds where tenant_id = ${house.tenantId} and status = ${status} order by id`,
  );
const openDrawerOf = async ({ house }: World) =>
  (
    await sql<{ id: string }[]>`
    select id from drawer_sessions where tenant_id = ${house.tenantId} and closed_at is null`
  )[0];

const deeds: Record<string, (world: World) => Promise<unknown>> = {
  open: ({ house, dice }) => sold(house, desk, { tipMinor: dice.to(3) * 1_000 }),
  "add a line": (world) => change(world, 2, 0),
  discount: (world) => change(world, 1, world.dice.to(20)),
  async cash(world) {
    const sale = await oneSale(world, payable);
    return sale && pay(world.house, desk, { saleId: sale.id, amountMinor: world.dice.to(sale.owedMinor) });
  },
  async "cash, all of it"(world) {
    const sale = await oneSale(world, payable);
    return sale && pay(world.house, desk, { saleId: sale.id, amountMinor: sale.owedMinor });
  },
  async code(world) {
    const sale = await oneSale(world, payable);
    const wish = sale && { saleId: sale.id, amountMinor: world.dice.to(sale.owedMinor), code: newCode() };
    return wish && inHouse(world, desk, (scope) => takeCodeForSale(scope, wish));
  },
  async "code verified"(world) {
    const { tenantId } = world.house;
    const rows = await sql<{ receipt: string; minor: number }[]>`
      select receipt, amount_minor::int as minor from payments
      where tenant_id = ${tenantId} and method = 'code' and proof = 'word' and status = 'paid' order by id`;
    const one = world.dice.of(rows);
    return one && arrived(tenantId, one.receipt, one.minor, { source: "csv" });
  },
  async "ask a phone"(world) {
    const busy = new Set(
      (await salesOf(world))
        .filter(({ payments }) => payments.some(({ status }) => status === "pending"))
        .map(({ id }) => id),
    );
    const sale = await oneSale(world, (one) => payable(one) && !busy.has(one.id));
    return sale && asked(sql, world.house, sale.id, world.dice.to(sale.owedMinor));
  },
  async "phone pays"(world) {
    const one = world.dice.of(await prompts(world, "pending"));
    return one && answered(world.house, one.id);
  },
  async "phone has not paid"(world) {
    const one = world.dice.of(await prompts(world, "paid"));
    return one && takenBack(world.house, one.id);
  },
  async "phone has paid after all"(world) {
    const one = world.dice.of(await prompts(world, "needs_review"));
    return one && answered(world.house, one.id);
  },
  "ask for a return": (world) => askBack(world, false),
  "ask for what was taken by mistake": (world) => askBack(world, true),
  async approve(world) {
    const one = await oneRefund(world, "asked");
    const receipt = one?.method === "mpesa" ? newCode() : undefined;
    return one && inHouse(world, owner, (scope) => approveRefund(scope, { refundId: one.id, receipt }));
  },
  async decline(world) {
    const one = await oneRefund(world, "asked");
    return one && inHouse(world, owner, (scope) => declineRefund(scope, one.id));
  },
  async "pay what waits"(world) {
    const one = await oneRefund(world, "queued");
    return one && inHouse(world, owner, (scope) => payRefund(scope, { refundId: one.id, method: "cash" }));
  },
  async void(world) {
    const sale = await oneSale(world, ({ status }) => status === "open");
    return sale && inHouse(world, desk, (scope) => voidSale(scope, { saleId: sale.id, reason: "None" }));
  },
  "open the drawer": (world) =>
    inHouse(world, desk, (scope) => openDrawer(scope, { floatMinor: world.dice.to(9) * 10_000, reason: "Bank" })),
  async "take cash out"(world) {
    const drawer = await openDrawerOf(world);
    const wish = { drawerId: drawer?.id, kind: "out", amountMinor: world.dice.to(1_000), reason: "Milk", key: newId() };
    return drawer && inHouse(world, desk, (scope) => moveCash(scope, moveCashInput.parse(wish)));
  },
  async "count the drawer"(world) {
    const drawer = await openDrawerOf(world);
    if (!drawer) return;
    const countedMinor = world.dice.to(300_000);
    const counted = await inHouse(world, desk, (scope) =>
      closeDrawer(scope, { drawerId: drawer.id, countedMinor, note: "" }),
    );
    if (counted.ok) world.offMinor += counted.value.differenceMinor;
  },
  async "close the day"(world) {
    const day = localDate(now(), zone);
    const seen = await readTenant(world.house.tenantId, owner, (scope) => dayStanding(scope, day));
    const cash = seen.looseMinor + world.dice.to(2_000) - 1_000;
    const wish = { day, counted: { ...seen.expected, cash }, seen: seen.expected, note: "" };
    const closed = await inHouse(world, owner, (scope) => closeDay(scope, closeDayInput.parse(wish)));
    if (closed.ok && !seen.closed) world.offMinor += closed.value.differenceMinor - (seen.drawerDifferenceMinor ?? 0);
  },
};

async function change(world: World, lines: number, percent: number) {
  const sale = await oneSale(world, ({ status }) => status === "open");
  if (!sale) return;
  const more = { serviceId: world.house.serviceIds[0], staffId: world.house.staffIds[0] };
  const wish = changeSaleInput.parse({
    ...{ saleId: sale.id, revision: sale.revision, key: newId() },
    lines: [...sale.lines.map(({ id }) => ({ lineId: id })), ...Array.from({ length: lines - 1 }, () => more)],
    ...(percent ? { discount: { kind: "percent", percent }, discountReason: "Waited" } : {}),
  });
  return inHouse(world, owner, (scope) => changeSale(scope, wish));
}

async function askBack(world: World, owedAgain: boolean) {
  const sale = await oneSale(world, ({ refundableMinor }) => refundableMinor > 0);
  if (!sale) return;
  const method = world.dice.of(["cash", "card", "mpesa"] as const);
  const amountMinor = world.dice.to(sale.refundableMinor);
  const wish = { saleId: sale.id, amountMinor, method, owedAgain, reason: "Undone", key: newId() };
  return inHouse(world, desk, (scope) => askRefund(scope, askRefundInput.parse(wish)));
}

/** What must be so after each step, reckoned another way than the till does. */
async function look(world: World, after: string) {
  const { tenantId } = world.house;
  const rows = await sql<{ account: string; minor: number }[]>`
    select account, sum(debit_minor - credit_minor)::int as minor from ledger_entries
    where tenant_id = ${tenantId} group by account`;
  const on = (account: string) => rows.find((row) => row.account === account)?.minor ?? 0;
  expect(
    rows.reduce((sum, { minor }) => sum + minor, 0),
    after,
  ).toBe(0);
  expect(on("mpesa_by_hand"), `by hand: ${after}`).toBeGreaterThanOrEqual(0);
  for (const account of ["deposits", "unclaimed"]) expect(on(account), `${account}: ${after}`).toBeLessThanOrEqual(0);
  expect(0 - on("cash_difference"), `counted: ${after}`).toBe(world.offMinor);
  for (const sale of await salesOf(world)) {
    const sum = (all: { amountMinor: number }[]) => all.reduce((minor, one) => minor + one.amountMinor, 0);
    const done = sale.refunds.filter(({ status }) => status === "done");
    const paidMinor = sum(sale.payments.filter(({ status }) => status === "paid")) - sum(done);
    const claimMinor =
      sale.status === "voided" ? 0 : sale.totalMinor - sum(done.filter(({ why }) => why === "returned"));
    const waits = sale.refunds.filter(({ why, status }) => why === "overpaid" && status === "asked");
    expect(
      {
        paidMinor: sale.paidMinor,
        owedMinor: sale.owedMinor,
        dueBackMinor: sale.dueBackMinor,
        isOpen: sale.status === "open",
      },
      `sale ${sale.number}: ${after}`,
    ).toEqual({
      paidMinor,
      owedMinor: claimMinor - paidMinor,
      dueBackMinor: Math.max(0, paidMinor - claimMinor - sum(waits)),
      isOpen: sale.status !== "voided" && claimMinor > paidMinor,
    });
  }
  const closes = await sql<{ expected: number; counted: number; off: number; cash: number; came: number }[]>`
    select (select sum(value::bigint)::int from jsonb_each_text(c.expected)) as expected,
      (select sum(value::bigint)::int from jsonb_each_text(c.counted)) as counted, c.difference_minor::int as off,
      (c.expected->>'cash')::int as cash,
      (select coalesce(sum(e.debit_minor - e.credit_minor), 0)::int from ledger_transactions l join ledger_entries e
        on e.tenant_id = l.tenant_id and e.transaction_id = l.id and e.account = 'cash'
        where l.tenant_id = c.tenant_id and l.day = c.day and l.kind not in ('drawer', 'cash_count')) as came
    from day_closes c where c.tenant_id = ${tenantId}`;
  for (const { expected, counted, off, cash, came } of closes)
    expect([counted - expected, cash], `close: ${after}`).toEqual([off, came]);
}

async function play(seed: number) {
  const house = await makeHouse();
  await sql`update tenants set time_zone = ${zone} where id = ${house.tenantId}`;
  const world: World = { house, dice: dice(seed), offMinor: 0 };
  const done: string[] = [];
  const names = Object.keys(deeds);
  for (let step = 0; step < stepsEach; step++) {
    const name = step === 0 ? "open" : world.dice.of(names)!;
    done.push(name);
    await deeds[name]!(world);
    if (name.startsWith("phone") || name === "pay what waits") await runJobs(house.tenantId);
    await look(world, `seed ${seed}: ${done.join(", ")}`);
  }
}

test(`${runs} times, whatever is done at the till, the books stay whole and the till shows what they say`, {
  timeout: 600_000,
}, async () => {
  const first = Math.floor(Math.random() * 1e9);
  console.info(`seeds from ${first}`);
  const seeds = Array.from({ length: runs }, (_, nth) => first + nth);
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let seed = seeds.pop(); seed !== undefined; seed = seeds.pop()) await play(seed);
    }),
  );
});
