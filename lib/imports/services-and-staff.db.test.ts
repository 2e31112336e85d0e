import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { bookSlot } from "@/lib/bookings/book-slot";
import { hourOf, must } from "@/lib/bookings/testing/desk-books";
import { newId } from "@/lib/platform/ids";
import { inEnglish } from "@/lib/platform/reader";
import { rewardInput } from "@/lib/rewards/input";
import { addReward } from "@/lib/rewards/save-reward";
import { changeService } from "@/lib/services/change-service";
import { changeServiceInput } from "@/lib/services/input";
import { weekWords } from "@/lib/staff/rules";
import { hoursOf } from "@/lib/staff/set-staff-hours";
import { member } from "@/lib/till/testing/at-the-till";
import { importErrors } from "./get-import";
import { listsOf } from "./testing/lists";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const owner = member("owner");
let house: House;
let services: ReturnType<typeof listsOf>;
let staff: ReturnType<typeof listsOf>;
beforeAll(async () => {
  house = await makeHouse();
  services = listsOf(house.tenantId, owner, "services");
  staff = listsOf(house.tenantId, owner, "staff");
});
const sold = (name: string) => sql`select id, category, duration_minutes::int as minutes, price_minor::int as minor,
  buffer_after_minutes as after, archived_at is null as here from services where tenant_id = ${house.tenantId} and name = ${name}`;

const priceList = [
  ["Service", "Category", "Duration", "Price", "Description", "Clean-up time"],
  ["Box braids", "Braids", "2h 30min", "KES 3,500", "To the waist", "10"],
  ["cut", "Hair", "30", "500", "", ""],
  ["Beard trim", "", "0:20", "300/=", "", ""],
  ["BOX  BRAIDS", "Braids", "150", "3500", "", ""],
  ["Massage", "Spa", "long", "2000", "", ""],
  ["Facial", "Spa", "60", "=2000", "", ""],
  ["", "Spa", "60", "2000", "", ""],
];

test("a price list is tried, read in, told where it is wrong, and taken back but for what was changed", async () => {
  const { id } = await services.keep(priceList);
  const plan = await services.plan(id);
  expect(plan).toMatchObject({ added: 2, known: 1, twice: 1, wrong: 3 });
  expect(plan.problems).toEqual([
    { line: 6, problem: "Minutes “long” are no time like 90 or 1:30" },
    { line: 7, problem: "Price “=2000” is not an amount" },
    { line: 8, problem: "Name is missing" },
  ]);
  expect(await sold("Box braids")).toHaveLength(0);
  const done = await services.read(id);
  expect([done.status, done.counts]).toEqual(["done", { added: 2, known: 1, twice: 1, wrong: 3 }]);
  expect((await sold("Box braids"))[0]).toMatchObject({ category: "Braids", minutes: 150, minor: 350_000, after: 10 });
  expect((await sold("Beard trim"))[0]).toMatchObject({ category: "Services", minutes: 20, minor: 30_000 });
  // What a spreadsheet would reckon with is marked as text.
  expect(await services.inside((scope) => importErrors(scope, id, inEnglish))).toContain(
    "Facial,Spa,60,'=2000,,,Line 7: Price",
  );
  const [trim] = await sold("Beard trim");
  const change = changeServiceInput.parse({ priceMinor: 35_000 });
  await must(services.inside((scope) => changeService(scope, trim!.id, change)));
  expect(await must(services.undo(id))).toEqual({ takenBack: 1, stays: 1 });
  expect((await sold("Box braids"))[0]!.here).toBe(false);
  expect((await services.facts(id)).stays).toEqual([{ id: trim!.id, name: "Beard trim", at: null }]);
  // Its name is anybody's again.
  const again = await services.keep(priceList.slice(0, 2));
  expect((await services.read(again.id)).counts).toEqual({ added: 1 });
  expect(await must(services.undo(again.id))).toEqual({ takenBack: 1, stays: 0 });
});

test("more than one transaction's worth is read in, and what stands twice far apart is found", async () => {
  const rows = Array.from({ length: 120 }, (_, n) => [`Style ${n % 110}`, "45", "1000"]);
  const { id } = await services.keep([["Name", "Minutes", "Price"], ...rows]);
  expect((await services.read(id)).counts).toEqual({ added: 110, twice: 10 });
  expect(await must(services.undo(id))).toEqual({ takenBack: 110, stays: 0 });
});

test("what has been sold, waited for or promised since stays", async () => {
  const { id } = await services.keep([
    ["Name", "Minutes", "Price"],
    ...["Sold", "Awaited", "Promised", "Left alone"].map((name) => [name, "45", "1000"]),
  ]);
  await services.read(id);
  const idOf = async (name: string): Promise<string> => (await sold(name))[0]!.id;
  const [saleId, customerId, { tenantId }] = [newId(), newId(), house];
  await sql`insert into customers (tenant_id, id, name) values (${tenantId}, ${customerId}, 'Chebet')`;
  await sql`insert into sales (tenant_id, id, number, status, subtotal_minor, total_minor, currency)
    values (${tenantId}, ${saleId}, 1, 'open', 100000, 100000, 'KES')`;
  await sql`insert into sale_lines (tenant_id, id, sale_id, position, service_id, name, quantity, unit_minor)
    values (${tenantId}, ${newId()}, ${saleId}, 0, ${await idOf("Sold")}, 'Sold', 1, 100000)`;
  await sql`insert into waitlist_entries (tenant_id, id, customer_id, name, service_id, windows, first_date, last_date, source)
    values (${tenantId}, ${newId()}, ${customerId}, 'Chebet', ${await idOf("Awaited")}, '[]', '2031-01-01', '2031-01-02', 'desk')`;
  const reward = rewardInput.parse({
    ...{ name: "15% off", kind: "discount", percent: 15, serviceIds: [await idOf("Promised")], key: newId() },
  });
  await must(services.inside((scope) => addReward(scope, reward)));
  expect(await must(services.undo(id))).toEqual({ takenBack: 1, stays: 3 });
  expect((await sold("Left alone"))[0]!.here).toBe(false);
});

test("people come with what they do and when; nobody of them can sign in; who was booked stays", async () => {
  const members = sql`select 1 from members where tenant_id = ${house.tenantId}`;
  const before = (await members).length;
  const { id } = await staff.keep([
    ["Team member", "Mobile", "E-mail", "Services", "Hours"],
    ["Wanjirũ Kamau", "0722 100 200", "wanjiru@list.test", "Cut", "Mon–Sun 8–20"],
    ["Otieno", "", "", "", ""],
    ["Staff 1", "", "", "Cut", ""],
    ["Achieng", "", "", "Cutt", ""],
    ["Njeri", "12", "", "Cut", ""],
    ["Mutua", "", "", "Cut", "sometimes"],
    ["Wanjiru again", "0722100200", "", "Cut", ""],
  ]);
  const plan = await staff.plan(id);
  expect(plan.problems).toEqual([
    { line: 5, problem: "Service “Cutt” is not among yours; did you mean “Cut”?" },
    { line: 6, problem: "Phone “12” is not a number we can call" },
    { line: 7, problem: "Hours “sometimes” are not like Mon–Fri 09:00–18:00; Sat 9–14" },
  ]);
  expect(plan.remarks[0]).toContain("none of the sign-ins that your plan holds");
  const done = await staff.read(id);
  expect(done.counts).toMatchObject({ added: 2, known: 1, wrong: 3 });
  expect(await sql`select 1 from notifications where tenant_id = ${house.tenantId} and entity = 'staff'`).toEqual([]);
  const [one] =
    await sql`select id, phone, email from staff where tenant_id = ${house.tenantId} and name = 'Wanjirũ Kamau'`;
  expect(one).toMatchObject({ phone: "+254722100200", email: "wanjiru@list.test" });
  expect(weekWords(await staff.inside((scope) => hoursOf(scope, one!.id)))).toContain("Sat 08:00–20:00");
  expect((await members).length).toBe(before);
  await must(
    staff.inside((scope) =>
      bookSlot(
        scope,
        {
          lines: [{ serviceId: house.serviceIds[0]!, staffId: one!.id }],
          startsAt: hourOf(10),
          customer: { name: "Chebet", phone: "0711550010" },
        },
        { source: "desk" },
      ),
    ),
  );
  expect(await must(staff.undo(id))).toEqual({ takenBack: 1, stays: 1 });
  expect(
    await sql`select archived_at is null as here, active from staff where tenant_id = ${house.tenantId} and name = 'Otieno'`,
  ).toEqual([{ here: false, active: false }]);
});
