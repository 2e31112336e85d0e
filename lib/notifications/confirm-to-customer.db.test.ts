import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { anyPhone } from "@/db/testing/login";
import { bookSlot } from "@/lib/bookings/book-slot";
import { bookSlotInput } from "@/lib/bookings/input";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { confirmToCustomer } from "./confirm-to-customer";
import { addMessages } from "./queue-message";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
let day = 1;
beforeAll(async () => {
  house = await makeHouse();
});

test.each([
  ["by SMS, as long as nothing else was said", null, ["sms"]],
  ["by e-mail alone", { bySms: false, byEmail: true }, ["email"]],
  ["both ways", { bySms: true, byEmail: true }, ["email", "sms"]],
  ["not at all", { bySms: false, byEmail: false }, []],
])("a confirmation comes as the customer wants it: %s", async (_, wishes, channels) => {
  const [phone, email] = [anyPhone(), `${newId()}@customer.test`];
  const customer = { name: "Wanjiru", phone, email };
  const startsAt = atMinute(addDays(localDate(now(), "Africa/Nairobi"), day++), 600, "Africa/Nairobi").toISOString();
  const input = bookSlotInput.parse({ lines: [{ serviceId: house.serviceIds[0] }], startsAt, customer });
  const inHouse = <T>(work: Parameters<typeof withTenant<T>>[2]) =>
    withTenant(house.tenantId, { kind: "system", job: "test" }, work);
  const booked = await inHouse((scope) => bookSlot(scope, input, { source: "desk" }));
  if (!booked.ok) throw new Error(booked.refusal);
  if (wishes) await sql`update customers set wishes = ${sql.json(wishes)} where phone = ${phone}`;
  for (let n = 0; n < 2; n++)
    await inHouse(async (scope) =>
      addMessages(scope, await confirmToCustomer(scope, [{ bookingId: booked.value.id }])),
    );
  const sent = await sql`select channel, body from messages where to_address in (${phone}, ${email}) order by channel`;
  expect(sent.map(({ channel }) => channel)).toEqual(channels);
  for (const { body } of sent) expect(body).toContain("Test House expects you for");
});

test("who reads Swahili is written to in Swahili, days and all", async () => {
  const phone = anyPhone();
  await sql`insert into customers ${sql({ tenant_id: house.tenantId, id: newId(), name: "Zawadi", phone, language: "sw" })}`;
  const startsAt = atMinute(addDays(localDate(now(), "Africa/Nairobi"), day++), 600, "Africa/Nairobi").toISOString();
  const customer = { name: "Zawadi", phone };
  const input = bookSlotInput.parse({ lines: [{ serviceId: house.serviceIds[0] }], startsAt, customer });
  await withTenant(house.tenantId, { kind: "system", job: "test" }, async (scope) => {
    const booked = await bookSlot(scope, input, { source: "desk" });
    if (!booked.ok) throw new Error(booked.refusal);
    await addMessages(scope, await confirmToCustomer(scope, [{ bookingId: booked.value.id }]));
  });
  const [sent] = await sql<{ body: string }[]>`select body from messages where to_address = ${phone}`;
  expect(sent?.body).toMatch(
    /^Test House inakusubiri kwa Cut, (Juma\p{L}+|Alhamisi|Ijumaa) \d+ \p{L}+, 10:00\. Kumbukumbu \w+\. http/u,
  );
});
