import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { drawn } from "@/db/seed/png";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { addService } from "./add-service";
import { arrangeServices } from "./arrange-services";
import { archiveService, changeService } from "./change-service";
import { addServiceInput, changeServiceInput } from "./input";
import { listPriceList } from "./list-price-list";
import { listServices } from "./list-services";
import { getServicePhoto, removeServicePhoto, setServicePhoto } from "./service-photo";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
let owner: Actor;
beforeEach(async () => {
  house = await makeHouse({ services: ["Cut", "Shave", "Braids"].map((name) => ({ name, minutes: 30 })) });
  owner = await addPerson(sql, house.tenantId, "owner");
});

const inHouse = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(house.tenantId, owner, work);
const change = (id: string, to: object) => inHouse((scope) => changeService(scope, id, changeServiceInput.parse(to)));
const add = async (to: object) => {
  const added = await inHouse((scope) => addService(scope, addServiceInput.parse(to)));
  if (!added.ok) throw new Error(added.refusal);
  return added.value.id;
};
const list = async () => (await readTenant(house.tenantId, owner, listPriceList)).items;
const onOffer = async () => (await readTenant(house.tenantId, owner, listServices)).map(({ name }) => name);
const deeds = () =>
  sql`select action, before::jsonb, after::jsonb from audit_entries where tenant_id = ${house.tenantId} order by id`;

const png = drawn(() => [250, 248, 243]);

const silkPress = {
  name: "Silk press",
  category: "Hair",
  segments: [
    { kind: "work", minutes: 40 },
    { kind: "gap", minutes: 35 },
    { kind: "work", minutes: 30 },
  ],
  priceMinor: 250_000,
};

test("what is added is last, in the house's currency, as long as its parts, and nobody does it yet", async () => {
  const id = await add(silkPress);
  expect((await list()).at(-1)).toMatchObject({
    ...silkPress,
    id,
    durationMinutes: 105,
    currency: "KES",
    staffNames: [],
    active: true,
  });
  expect((await deeds())[0]).toMatchObject({ action: "service.added", after: { name: "Silk press" } });
});

test("a change is written with what was before, and counts from now on", async () => {
  const id = house.serviceIds[0]!;
  await change(id, { priceMinor: 180_000, segments: [{ kind: "work", minutes: 45 }], name: "Cut" });
  await change(id, { priceMinor: 180_000 });
  expect((await list())[0]).toMatchObject({ priceMinor: 180_000, durationMinutes: 45, staffNames: ["Staff 1"] });
  expect(await deeds()).toEqual([
    {
      action: "service.changed",
      before: { priceMinor: 150_000, segments: [{ kind: "work", minutes: 30 }] },
      after: { priceMinor: 180_000, segments: [{ kind: "work", minutes: 45 }] },
    },
  ]);
});

test("inactive is off the public list and on the house's; archived is on neither, and its bookings keep it", async () => {
  const [cut, shave] = house.serviceIds as [string, string];
  await change(cut, { active: false });
  await inHouse((scope) => archiveService(scope, shave));
  expect(await onOffer()).toEqual(["Braids"]);
  expect((await list()).map(({ name, active }) => [name, active])).toEqual([
    ["Cut", false],
    ["Braids", true],
  ]);
  expect(await change(shave, { active: true })).toEqual({ ok: false, refusal: "unknown" });
  expect(await sql`select name from services where tenant_id = ${house.tenantId} and id = ${shave}`).toHaveLength(1);
});

test("another order is the order of the public page, too", async () => {
  const [cut, shave, braids] = house.serviceIds as [string, string, string];
  const arrange = (...ids: string[]) => inHouse((scope) => arrangeServices(scope, ids));
  expect((await arrange(braids, cut, shave)).ok).toBe(true);
  expect(await onOffer()).toEqual(["Braids", "Cut", "Shave"]);
  // What somebody else added meanwhile is not lost: it comes last.
  expect((await arrange(shave, braids)).ok).toBe(true);
  expect(await onOffer()).toEqual(["Shave", "Braids", "Cut"]);
  await arrange(shave, braids, cut);
  expect((await deeds()).map(({ after }) => after.services)).toEqual(["Braids, Cut, Shave", "Shave, Braids, Cut"]);
  const other = await makeHouse();
  for (const id of [newId(), other.serviceIds[0]!])
    expect(await arrange(cut, id)).toEqual({ ok: false, refusal: "unknown" });
});

test("a photo is kept beside the service, told on both lists by what it is, and taken away", async () => {
  const id = house.serviceIds[0]!;
  const put = (bytes: Buffer, of = id) => inHouse((scope) => setServicePhoto(scope, of, bytes));
  expect(await put(Buffer.from("<svg/>"))).toEqual({ ok: false, refusal: "not_a_picture" });
  expect(await put(png, newId())).toEqual({ ok: false, refusal: "unknown" });
  expect(await put(png, (await makeHouse()).serviceIds[0]!)).toEqual({ ok: false, refusal: "unknown" });
  const set = await put(png);
  const version = set.ok && set.value.version;
  expect((await list())[0]?.photo).toBe(version);
  expect((await readTenant(house.tenantId, owner, listServices))[0]?.photo).toBe(version);
  const seen = () => readTenant(house.tenantId, { kind: "public", via: "api" }, (scope) => getServicePhoto(scope, id));
  expect((await seen())?.bytes.equals(png)).toBe(true);
  await put(drawn(() => [10, 20, 30]));
  expect((await list())[0]?.photo).not.toBe(version);
  expect(await inHouse((scope) => removeServicePhoto(scope, id))).toBe(true);
  expect(await inHouse((scope) => removeServicePhoto(scope, id))).toBe(false);
  expect(await seen()).toBeNull();
  expect((await deeds()).map(({ before, after }) => [before.photo === version, after.photo === null])).toEqual([
    [false, false],
    [true, false],
    [false, true],
  ]);
});

test("a field that is wrong is named", () => {
  const faults = (given: object) =>
    addServiceInput.safeParse({ ...silkPress, ...given }).error?.issues.map(({ path }) => path.join("."));
  expect(faults({ name: " ", priceMinor: -1, bufferAfterMinutes: 1.5 })).toEqual([
    "name",
    "priceMinor",
    "bufferAfterMinutes",
  ]);
  expect(faults({ segments: [{ kind: "gap", minutes: 10 }] })).toEqual(["segments"]);
  expect(faults({ segments: [{ kind: "work", minutes: 0 }] })).toEqual(["segments.0.minutes"]);
  expect(changeServiceInput.safeParse({ price: 0 }).success).toBe(false);
});

test("how early and how late a service may be booked is its own, by channel, and said once", async () => {
  const id = await add(silkPress);
  const windows = [
    { channel: "public", noticeMinutes: 120, horizonDays: null },
    { channel: "api", noticeMinutes: null, horizonDays: null },
  ];
  await change(id, { windows, stepMinutes: 30 });
  await change(id, { windows });
  const of = async () => (await list()).find((item) => item.id === id);
  expect(await of()).toMatchObject({ stepMinutes: 30, windows: [windows[0]] });
  const told = await sql`select before, after from audit_entries
    where tenant_id = ${house.tenantId} and action = 'service.changed' and entity_id = ${id}`;
  expect(told.map(({ before, after }) => [JSON.parse(before), JSON.parse(after)])).toEqual([
    [
      { stepMinutes: null, windows: "as the house" },
      { stepMinutes: 30, windows: "public: 120 min before" },
    ],
  ]);
  await change(id, { windows: [] });
  expect((await of())?.windows).toEqual([]);
});

test("a service whose notice and the house's horizon leave no time, or the reverse, is told where it is said", async () => {
  const id = house.serviceIds[0]!;
  const window = (noticeMinutes: number | null, horizonDays: number | null) => [
    { channel: "api", noticeMinutes: 0, horizonDays: null },
    { channel: "public", noticeMinutes, horizonDays },
  ];
  await sql`update tenants set policy = policy || '{"noticeMinutes": 4320, "horizonDays": 20}' where id = ${house.tenantId}`;
  const field = "windows.1.noticeMinutes";
  expect(await change(id, { windows: window(21 * 1_440, null) })).toEqual({ ok: false, refusal: "never_open", field });
  expect(await change(id, { windows: window(null, 2) })).toMatchObject({ field: "windows.1.horizonDays" });
  await expect(add({ ...silkPress, windows: window(21 * 1_440, null) })).rejects.toThrow("never_open");
  expect((await list()).length).toBe(3);
  expect((await change(id, { windows: window(20 * 1_440, null) })).ok).toBe(true);
});
