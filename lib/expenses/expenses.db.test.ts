import postgres from "postgres";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { noonZone } from "@/db/testing/noon";
import { cameraWords, jpeg } from "@/lib/auth/testing/jpeg";
import { addDays, daysBetween, localDate } from "@/lib/platform/calendar";
import { now, setClockOffset } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { openDrawer } from "@/lib/till/drawer";
import { member } from "@/lib/till/testing/at-the-till";
import { changeExpense } from "./change-expense";
import { getExpensePhoto, removeExpensePhoto, setExpensePhoto } from "./expense-photo";
import { changeExpenseInput, expenseInput, expensesQuery, payDueInput } from "./input";
import { expensesOfMonth, getExpense, listExpenses } from "./list-expenses";
import { recordExpense } from "./record-expense";
import { dayAfterSteps } from "./rules";
import { endRecurring, payDue, skipDue } from "./settle-due";
import { voidExpense } from "./void-expense";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());
afterEach(() => setClockOffset(0));
const [owner, desk] = [member("owner"), member("front_desk")];
const zone = noonZone(new Date());
const today = () => localDate(now(), zone);

let house: House;
beforeEach(async () => {
  house = await makeHouse();
  await sql`update tenants set time_zone = ${zone} where id = ${house.tenantId}`;
});

const act = <T>(work: (scope: Scope) => Promise<T>, actor = owner) => withTenant(house.tenantId, actor, work);
const list = (query: object = {}, actor = owner) =>
  readTenant(house.tenantId, actor, (scope) => listExpenses(scope, expensesQuery.parse(query)));
const spend = (wish: object, actor = owner) =>
  act(
    (scope) =>
      recordExpense(
        scope,
        expenseInput.parse({
          ...{ category: "supplies", amountMinor: 100_000, description: "Foils", paidFrom: "elsewhere", key: newId() },
          ...wish,
        }),
      ),
    actor,
  );
const spent = async (wish: object, actor = owner): Promise<string> => {
  const done = await spend(wish, actor);
  if (!done.ok) throw new Error(done.refusal);
  return done.value.id;
};
const openTheDrawer = () => act((scope) => openDrawer(scope, { floatMinor: 500_000, reason: "" }));
const balance = async (account: string) => {
  const [row] = await sql<{ minor: number }[]>`
    select coalesce(sum(debit_minor - credit_minor), 0)::int as minor from ledger_entries
    where tenant_id = ${house.tenantId} and account = ${account}`;
  return row!.minor;
};

test("a month is the sum of its expenses, by category; each is written into the ledger once", async () => {
  const key = newId();
  const first = await spent({ category: "rent", amountMinor: 4_500_000, description: "Shop", key });
  expect(await spent({ category: "rent", amountMinor: 4_500_000, description: "Shop", key })).toBe(first);
  expect(await spend({ category: "rent", amountMinor: 1, description: "Shop", key })).toMatchObject({
    refusal: "key_reused",
  });
  await spent({ amountMinor: 120_050 });
  await spent({ amountMinor: 30_000, description: "Gloves", forStock: true });
  // 45,000 + 1,200.50 + 300.
  const { sums, expenses } = await list({ month: today().slice(0, 7) });
  expect(sums).toEqual([
    { category: "rent", amountMinor: 4_500_000, count: 1 },
    { category: "supplies", amountMinor: 150_050, count: 2 },
  ]);
  expect(expenses).toHaveLength(3);
  expect([await balance("expenses"), await balance("elsewhere")]).toEqual([4_650_050, -4_650_050]);
  expect((await list({ category: "rent" })).expenses.map(({ id }) => id)).toEqual([first]);
  expect((await list({ month: "2020-01" })).expenses).toEqual([]);
});

test("petty cash leaves the open drawer and nothing else, and comes back into it when it is void", async () => {
  expect(await spend({ paidFrom: "cash" })).toMatchObject({ refusal: "no_drawer" });
  await openTheDrawer();
  const id = await spent({ paidFrom: "cash", amountMinor: 35_000, description: "Milk and tea" });
  expect(await balance("cash")).toBe(465_000);
  const moves =
    await sql`select kind, amount_minor::int as minor, reason from drawer_moves where tenant_id = ${house.tenantId}`;
  expect(moves).toEqual([{ kind: "out", minor: 35_000, reason: "Supplies: Milk and tea" }]);
  const wrong = () => act((scope) => voidExpense(scope, { expenseId: id, reason: "Written twice" }));
  expect(await Promise.all([wrong(), wrong()])).toEqual([
    { ok: true, value: { id } },
    { ok: true, value: { id } },
  ]);
  expect([await balance("cash"), await balance("expenses")]).toEqual([500_000, 0]);
  const { sums, expenses } = await list();
  expect(sums).toEqual([]);
  expect(expenses).toMatchObject([{ id, voided: { reason: "Written twice" } }]);
});

test("the desk pays out of the drawer, today, and sees what it paid itself and nothing else", async () => {
  await openTheDrawer();
  await spent({ category: "rent", amountMinor: 4_500_000, description: "Shop", every: "month" });
  expect(await spend({ paidFrom: "elsewhere" }, desk)).toMatchObject({ refusal: "drawer_only" });
  expect(await spend({ paidFrom: "cash", day: addDays(today(), -1) }, desk)).toMatchObject({ refusal: "drawer_only" });
  expect(await spend({ paidFrom: "cash", every: "week" }, desk)).toMatchObject({ refusal: "drawer_only" });
  const id = await spent({ paidFrom: "cash", description: "Tea" }, desk);
  const seen = await list({}, desk);
  expect(seen.expenses.map((one) => one.id)).toEqual([id]);
  expect(seen).toMatchObject({ sums: [{ category: "supplies", count: 1 }], due: [], coming: [] });
  const rent = (await list()).expenses.find(({ category }) => category === "rent")!;
  expect(await readTenant(house.tenantId, desk, (scope) => getExpense(scope, rent.id))).toBeNull();
  const other = member("front_desk");
  expect(await readTenant(house.tenantId, other, (scope) => getExpensePhoto(scope, id))).toBeNull();
});

test("what is said of it changes, how much it was stays; nothing is spent in the future", async () => {
  const id = await spent({});
  const change = (wish: object) =>
    act((scope) =>
      changeExpense(
        scope,
        changeExpenseInput.parse({
          ...{ expenseId: id, category: "marketing", description: "Flyers", day: addDays(today(), -1) },
          ...wish,
        }),
      ),
    );
  expect(await change({ day: addDays(today(), 1) })).toMatchObject({ refusal: "not_yet_spent" });
  expect(await change({})).toMatchObject({ ok: true });
  expect(await readTenant(house.tenantId, owner, (scope) => getExpense(scope, id))).toMatchObject({
    ...{ category: "marketing", description: "Flyers", amountMinor: 100_000, day: addDays(today(), -1) },
  });
  const audit = await sql`select action, before, after from audit_entries where entity_id = ${id} order by at`;
  expect(audit.map(({ action }) => action)).toEqual(["expense.paid", "expense.changed"]);
  await act((scope) => voidExpense(scope, { expenseId: id, reason: "Not ours" }));
  expect(await change({})).toMatchObject({ refusal: "expense_void" });
  expect(await change({ expenseId: newId() })).toMatchObject({ refusal: "unknown_expense" });
  expect(await spend({ day: addDays(today(), 1) })).toMatchObject({ refusal: "not_yet_spent" });
  const changed = sql`set role clientpulse_app; update expenses set amount_minor = 1`.simple();
  await expect(changed).rejects.toThrow(/permission denied/);
  await sql`reset role`;
});

test("another day is another day in the ledger as well; a closed one stays, and so does what left the drawer", async () => {
  const ago = (days: number) => addDays(today(), -days);
  const inLedger = async () =>
    Object.fromEntries(
      (
        await sql<{ day: string; minor: number }[]>`
          select t.day::text as day, sum(e.debit_minor - e.credit_minor)::int as minor
          from ledger_transactions t join ledger_entries e on e.tenant_id = t.tenant_id and e.transaction_id = t.id
          where t.tenant_id = ${house.tenantId} and e.account = 'expenses'
          group by t.day having sum(e.debit_minor - e.credit_minor) <> 0`
      ).map(({ day, minor }) => [day, minor]),
    );
  const move = (expenseId: string, day: string) =>
    act((scope) =>
      changeExpense(scope, changeExpenseInput.parse({ expenseId, category: "rent", description: "Shop", day })),
    );
  const close = (day: string) => sql`
    insert into day_closes (tenant_id, day, expected, counted, difference_minor, unverified_minor, unverified, currency)
    values (${house.tenantId}, ${day}, '{}', '{}', 0, 0, 0, 'KES')`;
  const id = await spent({ day: ago(2) });
  expect(await inLedger()).toEqual({ [ago(2)]: 100_000 });
  for (const days of [3, 1, 0, 3]) {
    expect(await move(id, ago(days))).toMatchObject({ ok: true });
    expect(await inLedger()).toEqual({ [ago(days)]: 100_000 });
  }
  await close(ago(2));
  expect(await move(id, ago(2))).toMatchObject({ refusal: "day_closed" });
  await close(ago(3));
  expect(await move(id, ago(1))).toMatchObject({ refusal: "day_closed" });
  expect(await inLedger()).toEqual({ [ago(3)]: 100_000 });
  expect(await readTenant(house.tenantId, owner, (scope) => getExpense(scope, id))).toMatchObject({ day: ago(3) });
  // What is said of it can still be put right, and it can be void: its money comes back on the next day that is open.
  expect(await move(id, ago(3))).toMatchObject({ ok: true });
  await act((scope) => voidExpense(scope, { expenseId: id, reason: "Not ours" }));
  expect(await inLedger()).toEqual({ [ago(3)]: 100_000, [ago(1)]: -100_000 });
  await openTheDrawer();
  const petty = await spent({ paidFrom: "cash" });
  expect(await move(petty, ago(1))).toMatchObject({ refusal: "left_the_drawer" });
  expect(await move(petty, today())).toMatchObject({ ok: true });
});

test("what comes every month is due once in each, and comes no more after its last day", async () => {
  const start = today();
  const inMonths = (steps: number) => dayAfterSteps(start, "month", steps);
  const goTo = (day: string) => setClockOffset(daysBetween(start, day) * 86_400_000);
  const wish = { category: "rent", description: "Shop", every: "month" };
  expect(await spend({ ...wish, until: addDays(start, 20) })).toMatchObject({ refusal: "comes_no_more" });
  expect(expenseInput.safeParse({ until: start }).success).toBe(false);
  // Its last day is a week after the third one, so the fourth never comes.
  await spent({ ...wish, until: addDays(inMonths(3), 7) });
  for (const month of [1, 2, 3]) {
    goTo(addDays(inMonths(month), -1));
    expect(await list()).toMatchObject({ due: [], coming: [{ dueDay: inMonths(month) }] });
    goTo(inMonths(month));
    const { due, coming } = await list();
    expect([due, coming]).toMatchObject([[{ dueDay: inMonths(month), untilDay: addDays(inMonths(3), 7) }], []]);
    const { recurringId, dueDay, amountMinor } = due[0]!;
    const paid = payDueInput.parse({ recurringId, dueDay, amountMinor, paidFrom: "elsewhere" });
    expect(await act((scope) => payDue(scope, paid))).toMatchObject({ ok: true });
    expect(await act((scope) => payDue(scope, paid))).toMatchObject({ refusal: "not_due" });
    expect((await list()).due).toEqual([]);
  }
  goTo(inMonths(6));
  expect(await list()).toMatchObject({ due: [], coming: [] });
  const [row] = await sql`select count(*)::int as n, sum(amount_minor)::int as minor from expenses
    where tenant_id = ${house.tenantId}`;
  expect(row).toEqual({ n: 4, minor: 400_000 });
});

test("a file is of what is shown: a month, or one category of it", async () => {
  await spent({ category: "rent", description: "Shop" });
  const id = await spent({ category: "water", description: "Bowser" });
  const file = (query: object) =>
    readTenant(house.tenantId, owner, (scope) => expensesOfMonth(scope, expensesQuery.parse(query)));
  expect((await file({})).expenses).toHaveLength(2);
  const month = today().slice(0, 7);
  expect(await file({ category: "water" })).toMatchObject({ month, expenses: [{ id }] });
  expect(await file({ month: "2020-01", category: "water" })).toEqual({ month: "2020-01", expenses: [] });
});

test("what comes again is due on its day, paid once whoever taps, skipped, and ended", async () => {
  const from = addDays(today(), -14);
  await spent({
    ...{ category: "internet", amountMinor: 350_000, description: "Fibre" },
    day: from,
    every: "week",
    forStock: true,
  });
  const { due, coming } = await list();
  expect(coming).toEqual([]);
  expect(due).toMatchObject([{ description: "Fibre", dueDay: addDays(from, 7), amountMinor: 350_000 }]);
  const { recurringId, dueDay } = due[0]!;
  const wish = payDueInput.parse({ recurringId, dueDay, amountMinor: 360_000, paidFrom: "elsewhere" });
  const both = await Promise.all([1, 2].map(() => act((scope) => payDue(scope, wish))));
  expect(both.map((one) => (one.ok ? "paid" : one.refusal)).sort()).toEqual(["not_due", "paid"]);
  // What is for stock is so each time: it costs when it is used.
  const marks = await sql`select for_stock from expenses where tenant_id = ${house.tenantId}`;
  expect(marks.map((one) => one.for_stock)).toEqual([true, true]);
  const next = (await list()).due[0]!;
  expect(next.dueDay).toBe(addDays(from, 14));
  expect(await act((scope) => skipDue(scope, { recurringId, dueDay: next.dueDay }))).toMatchObject({ ok: true });
  const after = await list();
  expect([after.due, after.coming.map((one) => one.dueDay)]).toEqual([[], [addDays(from, 21)]]);
  expect(await act((scope) => skipDue(scope, { recurringId, dueDay: addDays(from, 21) }))).toMatchObject({
    refusal: "not_due",
  });
  await act((scope) => endRecurring(scope, { recurringId }));
  expect((await list()).coming).toEqual([]);
  // 3,500 and 3,600.
  expect(await balance("expenses")).toBe(710_000);
  expect(await act((scope) => endRecurring(scope, { recurringId: newId() }))).toMatchObject({
    refusal: "unknown_recurring",
  });
});

test("a slip is kept with it, in place of another, and only a picture is one", async () => {
  const id = await spent({});
  const scan = Buffer.alloc(300_000, 7);
  const slip = jpeg(scan, cameraWords());
  const put = (bytes: Buffer, whose = id) => act((scope) => setExpensePhoto(scope, whose, bytes));
  expect(await put(Buffer.from("<svg/>"))).toMatchObject({ refusal: "not_a_picture" });
  expect(await put(slip, newId())).toMatchObject({ refusal: "unknown_expense" });
  expect(await put(slip)).toMatchObject({ ok: true });
  const kept = await act((scope) => getExpensePhoto(scope, id));
  // What is seen stays; where it was taken, and by which phone, does not.
  const bytes = Buffer.from(kept!.bytes);
  expect(bytes.includes(scan)).toBe(true);
  expect(bytes.length).toBeLessThan(slip.length);
  for (const word of ["Wanjiru", "\x25\x88", "II*"]) {
    expect(slip.includes(word, 0, "latin1")).toBe(true);
    expect(bytes.includes(word, 0, "latin1"), word).toBe(false);
  }
  expect((await list()).expenses[0]!.photo).toMatch(/^[0-9a-f]{16}$/);
  expect(await act((scope) => removeExpensePhoto(scope, id))).toBe(true);
  expect(await act((scope) => removeExpensePhoto(scope, id))).toBe(false);
});

test("a long month comes page by page, each expense once", async () => {
  for (let n = 0; n < 53; n++) await spent({ description: `No ${n}` });
  const first = await list();
  const second = await list({ cursor: first.nextCursor });
  expect([first.expenses.length, second.expenses.length, second.nextCursor]).toEqual([50, 3, null]);
  expect(new Set([...first.expenses, ...second.expenses].map(({ id }) => id)).size).toBe(53);
});
