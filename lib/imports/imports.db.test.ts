import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { bookAs, must } from "@/lib/bookings/testing/desk-books";
import { allows, consentsOf } from "@/lib/customers/consent";
import { noteCustomer } from "@/lib/customers/note-customer";
import { newId } from "@/lib/platform/ids";
import { inEnglish } from "@/lib/platform/reader";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { member } from "@/lib/till/testing/at-the-till";
import { importErrors, listImports } from "./get-import";
import { keepFile } from "./keep-file";
import { listsOf } from "./testing/lists";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const owner = member("owner");
let house: House;
let lists: ReturnType<typeof listsOf>;
beforeAll(async () => {
  house = await makeHouse();
  lists = listsOf(house.tenantId, owner, "customers");
});
const inside = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(house.tenantId, owner, work);
const seconds = (since: number) => ((performance.now() - since) / 1_000).toFixed(1);

test("5,000 rows are read in, in batches, and taken back", async () => {
  const rows = Array.from({ length: 5_000 }, (_, n) => [
    `Customer ${n}`,
    `07${String(10_000_000 + n).padStart(8, "0")}`,
    n % 3 === 0 ? `customer${n}@list.test` : "",
    "12/03/1990",
    n % 2 === 0 ? "braids; vip" : "",
  ]);
  const { id } = await lists.keep([["Full name", "Mobile", "E-mail", "Date of birth", "Tags"], ...rows]);
  const { mapping, sample } = await lists.facts(id);
  expect(mapping).toEqual({ name: 0, phone: 1, email: 2, birthday: 3, tags: 4 });
  expect(sample[0]).toEqual(["Customer 0", "0710000000", "customer0@list.test", "12/03/1990", "braids; vip"]);
  let began = performance.now();
  const plan = await lists.plan(id);
  expect(plan).toMatchObject({ added: 5_000, known: 0, twice: 0, wrong: 0, remarks: [] });
  const [, planned] = [began, seconds(began)];
  expect((await sql`select count(*)::int as n from customers where tenant_id = ${house.tenantId}`)[0]!.n).toBe(0);
  began = performance.now();
  const done = await lists.read(id);
  const readIn = seconds(began);
  expect([done.status, done.counts]).toEqual(["done", { added: 5_000 }]);
  const [one] =
    await sql`select phone, email, birthday, tags from customers where tenant_id = ${house.tenantId} and name = 'Customer 6'`;
  expect(one).toEqual({
    phone: "+254710000006",
    email: "customer6@list.test",
    birthday: "03-12",
    tags: ["braids", "vip"],
  });
  // Nothing of what was read in is kept a second time.
  expect(await sql`select 1 from import_rows where import_id = ${id} and cells is not null`).toHaveLength(0);
  began = performance.now();
  expect(await must(lists.undo(id))).toEqual({ takenBack: 5_000, stays: 0 });
  console.log(`5,000 rows: tried in ${planned} s, read in ${readIn} s, taken back in ${seconds(began)} s`);
  expect(
    await sql`select 1 from customers where tenant_id = ${house.tenantId} and (phone is not null or archived_at is null)`,
  ).toHaveLength(0);
  // The same file can be read in again.
  expect(
    (
      await lists.read(
        (
          await lists.keep([
            ["Name", "Phone"],
            ["Customer 0", "0710000000"],
          ])
        ).id,
      )
    ).counts,
  ).toEqual({ added: 1 });
});

test("what is wrong with a row is told by its column, and handed back as a file to be put right", async () => {
  const { id } = await lists.keep([
    ["Name", "Phone", "Email", "Birthday", "Notes"],
    ["Achieng", "0722000101", "achieng@list.test", "1990-02-29", ""],
    ["Njeri", "12", "", "", "=cmd()"],
    ["", "0722000103", "", "", ""],
    ["Otieno", "0722000104", "not one", "", ""],
    ["Wairimu", "0722000105", "", "29/02", ""],
    ["Wairimu again", "+254 722 000 105", "", "", ""],
    ["No phone", "", "", "", ""],
    ["no phone", "", "", "", ""],
  ]);
  const plan = await lists.plan(id);
  expect(plan.problems).toEqual([
    { line: 2, problem: "Birthday “1990-02-29” is not a day like 31/03" },
    { line: 3, problem: "Phone “12” is not a number we can call" },
    { line: 4, problem: "Name is needed" },
    { line: 5, problem: expect.stringContaining("E-mail") },
  ]);
  const done = await lists.read(id);
  expect(done.counts).toEqual({ added: 2, twice: 2, wrong: 4 });
  const file = (await inside((scope) => importErrors(scope, id, inEnglish)))!;
  expect(file.split("\r\n")[0]).toBe("\ufeffName,Phone,Email,Birthday,Notes,What is wrong");
  expect(file).toContain(`Njeri,12,,,'=cmd(),Line 3: Phone “12” is not a number we can call`);
  const { items } = await inside((scope) => listImports(scope));
  expect(items[0]).toMatchObject({ id, status: "done", rows: 8, added: 2 });
});

test("whom the house knows stays as they are; who allowed offers is believed only with the day they did", async () => {
  const known = newId();
  await sql`insert into customers (tenant_id, id, name, phone) values (${house.tenantId}, ${known}, 'Known before', '+254722000201')`;
  const { id } = await lists.keep([
    ["Name", "Phone", "Opt in", "Opt in date"],
    ["Somebody else", "0722000201", "yes", "2026-01-05"],
    ["With a day", "0722000202", "yes", "05/01/2026"],
    ["Without a day", "0722000203", "yes", ""],
    ["Said no", "0722000204", "no", "05/01/2026"],
    ["In the future", "0722000205", "yes", "05/01/2099"],
  ]);
  const done = await lists.read(id);
  expect(done.counts).toEqual({ known: 1, added: 3, wrong: 1 });
  expect(await sql`select name from customers where id = ${known}`).toEqual([{ name: "Known before" }]);
  const rows =
    await sql`select c.id, c.name from customers c join import_rows r on r.customer_id = c.id where r.import_id = ${id}`;
  for (const { id: customerId, name } of rows) {
    const stands = await inside((scope) => consentsOf(scope, customerId));
    expect(allows(stands, "marketing"), name).toBe(name === "With a day");
    if (name === "With a day") expect(stands[0]).toMatchObject({ source: "import", at: "2026-01-04T21:00:00.000Z" });
  }
});

test("the plan's limit holds; who is over it is told, and comes in once there is room", async () => {
  const small = await makeHouse();
  const plan = newId();
  await sql`insert into plans (id, name, monthly_minor, yearly_minor, active_customers, position)
    values (${plan}, 'Tiny', 100, 1000, 2, 99)`;
  await sql`insert into subscriptions (tenant_id, plan_id, interval, status, period_start, period_end, price_minor, anchor_on)
    values (${small.tenantId}, ${plan}, 'month', 'active', '2026-01-01', '2099-01-01', 100, '2026-01-01')`;
  const rows = [
    ["Name", "Phone"],
    ["A One", "0722000301"],
    ["B Two", "0722000302"],
    ["C Three", "0722000303"],
    ["D None", ""],
  ];
  const theirs = listsOf(small.tenantId, owner, "customers");
  const { id } = await theirs.keep(rows);
  expect(await theirs.plan(id)).toMatchObject({
    added: 4,
    remarks: ["Your plan holds 2 more customers with a phone. The others are kept in a file for later."],
  });
  const { counts, problems } = await theirs.read(id);
  expect(counts).toEqual({ added: 3, full: 1 });
  expect(problems).toEqual([{ line: 4, problem: "The plan holds no more customers" }]);
});

test("undone, only who was left alone is taken back; nothing is read in twice or undone half way", async () => {
  const { id } = await lists.keep([
    ["Name", "Phone"],
    ["Left alone", "0722000401"],
    ["Booked since", "0722000402"],
    ["Noted since", "0722000403"],
  ]);
  expect(await lists.undo(id)).toEqual({ ok: false, refusal: "not_done" });
  await lists.read(id);
  await expect(lists.start(id)).rejects.toThrow("already_begun");
  await must(bookAs(house, owner, { source: "desk" }, { phone: "0722000402", name: "Booked since" }));
  const [noted] = await sql`select id from customers where phone = '+254722000403' and tenant_id = ${house.tenantId}`;
  await must(
    inside((scope) =>
      noteCustomer(scope, noted!.id, { allergies: "PPD", notes: "", seen: { allergies: "", notes: "" } }),
    ),
  );
  expect(await must(lists.undo(id))).toEqual({ takenBack: 1, stays: 2 });
  expect((await lists.facts(id)).stays.map(({ name }) => name)).toEqual(["Booked since", "Noted since"]);
  expect(await lists.undo(id)).toEqual({ ok: false, refusal: "not_done" });
});

test("what is no table of text is refused", async () => {
  const keep = (bytes: Buffer) => inside((scope) => keepFile(scope, "customers", "x", bytes));
  expect(await keep(Buffer.from([0x50, 0x4b, 0, 3]))).toEqual({ ok: false, refusal: "no_table" });
  expect(await keep(Buffer.from("Name,Phone\r\n"))).toEqual({ ok: false, refusal: "no_rows" });
  expect(await keep(Buffer.from('"Name,Phone\nx'))).toEqual({ ok: false, refusal: "no_table" });
  const semicolons = await must(keep(Buffer.from("Jina;Simu\nMúthoni;0722000501\n", "latin1")));
  expect(await lists.facts(semicolons.id)).toMatchObject({
    mapping: { name: 0, phone: 1 },
    sample: [["Múthoni", "0722000501"]],
  });
});
