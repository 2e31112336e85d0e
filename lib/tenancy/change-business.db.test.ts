import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { addCustomer } from "@/lib/customers/customer-by-phone";
import { newId } from "@/lib/platform/ids";
import { changeBusiness } from "./change-business";
import { changeBusinessInput } from "./change-input";
import { findOpenTenants } from "./doors/find-open-tenants";
import { findTenant } from "./doors/find-tenant";
import { openSlugs } from "./doors/open-slugs";
import { searchTenants } from "./doors/search-tenants";
import { getBusiness } from "./get-business";
import { registerBusiness } from "./register-business";
import { mostFormerSlugs } from "./rules";
import { holdRules } from "./rules-lock";
import { business, from } from "./testing/applicants";
import { readTenant, withTenant } from "./with-tenant";

const admin = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => admin.end());

const owner = { kind: "member", userId: newId(), role: "owner", staffId: null } as const;
const change = (tenantId: string, wanted: object) =>
  withTenant(tenantId, owner, (scope) => changeBusiness(scope, changeBusinessInput.parse(wanted)));
const settings = (tenantId: string) => readTenant(tenantId, owner, getBusiness);
const faultsOf = (wanted: object) => {
  const read = changeBusinessInput.safeParse(wanted);
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
};

test("what is typed is kept, told to the log and the audit, and seen from outside", async () => {
  const { tenantId, slug } = await makeHouse({ services: [] });
  const wanted = {
    name: "  Pendo   Braids ",
    businessType: "spa",
    city: "Nakuru",
    address: "Kenyatta Ave\nfirst floor",
    mapLink: "https://maps.app.goo.gl/abc",
    phone: "0712 345 678",
    whatsapp: "0733 000 111",
    email: "Front@Pendo.Test",
    about: "We braid.\r\nWalk in.",
    aboutSw: "Tunasuka.",
    language: "sw",
    colour: "#D97706",
  };
  expect(await change(tenantId, wanted)).toEqual({ ok: true, value: { slug } });
  expect(await settings(tenantId)).toMatchObject({
    name: "Pendo Braids",
    businessType: "spa",
    city: "Nakuru",
    address: "Kenyatta Ave first floor",
    mapLink: "https://maps.app.goo.gl/abc",
    phone: "+254712345678",
    whatsapp: "+254733000111",
    email: "front@pendo.test",
    about: "We braid.\nWalk in.",
    aboutSw: "Tunasuka.",
    language: "sw",
    colour: "#d97706",
    currency: "KES",
    toCome: 0,
  });
  await expect.poll(async () => (await findTenant(slug))?.about, { timeout: 6_000 }).toBe("We braid.\nWalk in.");
  // Where answers go is on no page.
  expect(Object.keys((await findTenant(slug))!)).not.toContain("email");
  // The same once more is nothing new.
  await change(tenantId, wanted);
  const log = await admin`select name from events where tenant_id = ${tenantId}`;
  expect(log.map(({ name }) => name)).toEqual(["business.changed"]);
  const [audit] = await admin`select before, after from audit_entries where tenant_id = ${tenantId}`;
  expect(JSON.parse(audit!.before)).toMatchObject({ name: "Test House", city: "Nairobi", whatsapp: null });
  expect(JSON.parse(audit!.after)).toMatchObject({ name: "Pendo Braids", locale: "sw-KE" });
  await change(tenantId, { whatsapp: "", email: "", mapLink: "" });
  expect(await settings(tenantId)).toMatchObject({ whatsapp: null, email: null, mapLink: null, city: "Nakuru" });
});

test("what is no fact of a business is refused field by field", () => {
  expect(
    faultsOf({
      name: " ",
      businessType: "bank",
      phone: "12",
      mapLink: "javascript:alert(1)",
      whatsapp: "x",
      email: "no",
      about: "a".repeat(601),
      timeZone: "Mars/Base",
      language: "fr",
      slug: "Mama's",
      colour: "red",
    }),
  ).toHaveLength(11);
  // Each in the words of its own field.
  expect(faultsOf({ whatsapp: "12", email: "no", mapLink: "x" })).toEqual([
    "mapLink is not a link that begins with https://",
    "whatsapp is not right: write it like 0712 345 678",
    "email is not an e-mail address",
  ]);
  expect(faultsOf({ slug: "ab" })).toEqual(["slug is shorter than 3 characters"]);
  expect(faultsOf({ slug: "admin" })).toEqual(["slug is kept for pages of our own"]);
  expect(faultsOf({ name: "Visit evil.test now" })).toHaveLength(1);
});

test("an address of before leads to the house, and goes to nobody else", async () => {
  const [one, other] = [await makeHouse({ services: [] }), await makeHouse({ services: [] })];
  const fresh = `fresh-${newId().slice(-8)}`;
  expect(await change(one.tenantId, { slug: fresh })).toEqual({ ok: true, value: { slug: fresh } });
  expect(await findTenant(fresh)).toMatchObject({ id: one.tenantId, slug: fresh });
  await expect.poll(async () => (await findTenant(one.slug))?.slug, { timeout: 6_000 }).toBe(fresh);
  expect(await change(other.tenantId, { slug: one.slug })).toEqual({ ok: false, refusal: "slug_taken" });
  expect(await change(other.tenantId, { slug: fresh })).toEqual({ ok: false, refusal: "slug_taken" });
  // Nor does whoever registers a namesake get it.
  const registered = await registerBusiness(
    business({ businessName: one.slug }),
    { id: await someone(), name: "Pendo", email: null },
    from,
  );
  expect(registered.slug).toBe(`${one.slug}-2`);
  // Its own it may take back.
  expect(await change(one.tenantId, { slug: one.slug })).toMatchObject({ ok: true });
  expect(await settings(one.tenantId)).toMatchObject({ slug: one.slug, formerSlugs: [fresh] });
});

const someone = async (): Promise<string> => {
  const id = newId();
  await admin`insert into users (id, email, name, password_hash) values (${id}, ${`${id}@house.test`}, 'Pendo', 'none')`;
  return id;
};

test("of several who want one address at once exactly one has it", async () => {
  const houses = await Promise.all(Array.from({ length: 6 }, () => makeHouse({ services: [] })));
  const wanted = `wanted-${newId().slice(-8)}`;
  const all = await Promise.all(houses.map(({ tenantId }) => change(tenantId, { slug: wanted, city: "Thika" })));
  expect(all.filter((one) => one.ok)).toHaveLength(1);
  expect(all.filter((one) => !one.ok && one.refusal === "slug_taken")).toHaveLength(5);
  // Whoever was refused keeps the rest as it was, too.
  const towns = await admin`select city from tenants where id in ${admin(houses.map(({ tenantId }) => tenantId))}`;
  expect(towns.filter(({ city }) => city === "Thika")).toHaveLength(1);
});

test("addresses are not collected without end", async () => {
  const { tenantId } = await makeHouse({ services: [] });
  const mark = newId().slice(-8);
  for (let n = 0; n < mostFormerSlugs; n++)
    expect(await change(tenantId, { slug: `n${n}-${mark}` })).toMatchObject({ ok: true });
  expect(await change(tenantId, { slug: `last-${mark}` })).toEqual({ ok: false, refusal: "too_many_slugs" });
  expect(await change(tenantId, { slug: `n3-${mark}` })).toMatchObject({ ok: true });
});

test("the time zone stays while somebody is booked", async () => {
  const { tenantId } = await makeHouse();
  const customer = newId();
  await admin`insert into customers (tenant_id, id, name) values (${tenantId}, ${customer}, 'Wanjiru')`;
  await admin`insert into bookings (tenant_id, id, reference, customer_id, status, source, starts_at, ends_at, total_minor,
      currency, booked_as)
    values (${tenantId}, ${newId()}, 'ABCDEF', ${customer}, 'confirmed', 'desk', now() + interval '1 day',
      now() + interval '25 hours', 1000, 'KES', '{"name":"Wanjiru"}')`;
  expect(await change(tenantId, { timeZone: "Africa/Lagos" })).toEqual({
    ok: false,
    refusal: "zone_in_use",
    bookings: 1,
  });
  expect(await settings(tenantId)).toMatchObject({ timeZone: "Africa/Nairobi", toCome: 1 });
  await admin`update bookings set status = 'cancelled' where tenant_id = ${tenantId}`;
  expect(await change(tenantId, { timeZone: "Africa/Lagos" })).toMatchObject({ ok: true });
});

test("customers who have chosen nothing are written to in the language of the house", async () => {
  const { tenantId } = await makeHouse({ services: [] });
  await change(tenantId, { language: "sw" });
  const [silent, chosen] = [newId(), newId()];
  await withTenant(tenantId, owner, async (scope) => {
    await addCustomer(scope, { id: silent, name: "Achieng", phone: null });
    await addCustomer(scope, { id: chosen, name: "Brian", phone: null, language: "en" });
  });
  const rows = await admin`select id, language from customers where tenant_id = ${tenantId}`;
  expect(Object.fromEntries(rows.map(({ id, language }) => [id, language]))).toEqual({
    [silent]: "sw",
    [chosen]: "en",
  });
});

test("found by name, place and service; who wants to be left out is in no list", async () => {
  const mark = newId().slice(-8);
  const { tenantId, slug } = await makeHouse({
    name: `Zawadi ${mark}`,
    services: [{ name: `Fulani braids ${mark}`, minutes: 60 }],
  });
  await change(tenantId, { city: "Eldoret", address: `Uganda Road ${mark}` });
  const find = async (words: string, businessType?: string) =>
    (await findOpenTenants({ words, businessType, skip: 0, most: 20 })).found.map((one) => one.slug);
  expect(await find(`zawadi ${mark}`)).toEqual([slug]);
  expect(await find(`fulani eldoret ${mark}`)).toEqual([slug]);
  expect(await find(`uganda ${mark}`, "salon")).toEqual([slug]);
  expect(await find(`uganda ${mark}`, "clinic")).toEqual([]);
  expect(await find(`nothing ${mark}`)).toEqual([]);
  // A sign of the pattern language is a letter like any other.
  expect(await find(`%${mark}`)).toEqual([]);
  const { found, total } = await findOpenTenants({ words: mark, skip: 0, most: 20 });
  expect(total).toBe(1);
  expect(Object.keys(found[0]!).toSorted()).toEqual(
    ["address", "businessType", "city", "colour", "hours", "logo", "name", "slug", "timeZone"].toSorted(),
  );
  await change(tenantId, { listed: false });
  expect(await find(mark)).toEqual([]);
  expect(await searchTenants(mark)).toEqual([]);
  expect((await openSlugs(0, 5_000)).slugs).not.toContain(slug);
  await change(tenantId, { listed: true });
  await admin`update tenants set status = 'suspended' where id = ${tenantId}`;
  expect(await find(mark)).toEqual([]);
});

test("a time zone is one that the database knows, by the name that everybody knows", async () => {
  const known = await admin<{ name: string }[]>`select name from pg_timezone_names`;
  const names = new Set(known.map(({ name }) => name));
  expect(Intl.supportedValuesOf("timeZone").filter((zone) => !names.has(zone))).toEqual([]);
  expect(faultsOf({ timeZone: "SystemV/EST5" })).toEqual(["timeZone is not a time zone"]);
  const { tenantId } = await makeHouse({ services: [] });
  for (const [typed, kept] of [
    ["africa/lagos", "Africa/Lagos"],
    ["africa/nairobi", "Africa/Nairobi"],
    ["US/Eastern", "America/New_York"],
  ]) {
    expect(await change(tenantId, { timeZone: typed })).toMatchObject({ ok: true });
    expect((await settings(tenantId)).timeZone).toBe(kept);
  }
});

test("who moves the clocks waits for whoever is booking, before it takes the house from them", async () => {
  const { tenantId } = await makeHouse({ services: [] });
  let letGo = () => {};
  const booked = new Promise<void>((done) => {
    letGo = done;
  });
  let holds = () => {};
  const held = new Promise<void>((done) => {
    holds = done;
  });
  const booking = withTenant(tenantId, owner, async (scope) => {
    await holdRules(scope);
    holds();
    await booked;
    // As a plan's room does: the one who is waited for comes to the house last.
    await scope.tx.execute(sql`select from tenants where id = ${tenantId} for update`);
  });
  await held;
  const moved = change(tenantId, { timeZone: "Africa/Lagos" });
  await expect
    .poll(async () => {
      const [row] = await admin`select count(*)::int as many from pg_locks where locktype = 'advisory' and not granted`;
      return row!.many;
    })
    .toBeGreaterThan(0);
  letGo();
  await booking;
  expect(await moved).toMatchObject({ ok: true });
});

test("a house that was never open keeps no address of before, so that it is there for others", async () => {
  const { tenantId, slug } = await makeHouse({ services: [] });
  await admin`update tenants set status = 'pending' where id = ${tenantId}`;
  const fresh = `fresh-${newId().slice(-8)}`;
  expect(await change(tenantId, { slug: fresh })).toMatchObject({ ok: true });
  expect(await settings(tenantId)).toMatchObject({ slug: fresh, formerSlugs: [] });
  const other = await makeHouse({ services: [] });
  expect(await change(other.tenantId, { slug })).toMatchObject({ ok: true });
});
