import postgres from "postgres";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { drawn } from "@/db/seed/png";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { listAudit } from "@/lib/auth/list-audit";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { addStaff } from "./add-staff";
import { changeStaff } from "./change-staff";
import { getProfile } from "./get-profile";
import { addStaffInput, changeStaffInput, hoursInput, staffServicesInput } from "./input";
import { listProfiles } from "./list-profiles";
import { setStaffHours } from "./set-staff-hours";
import { setStaffServices } from "./set-staff-services";
import { getStaffPhoto, removeStaffPhoto, setStaffPhoto } from "./staff-photo";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
let owner: Extract<Actor, { kind: "member" }>;
beforeEach(async () => {
  house = await makeHouse({ staff: 2, services: ["Cut", "Braids"].map((name) => ({ name, minutes: 60 })) });
  owner = await addPerson(sql, house.tenantId, "owner");
});

const inHouse = <T>(work: Parameters<typeof withTenant<T>>[2], as: Actor = owner) =>
  withTenant(house.tenantId, as, work);
const profile = (id: string, as: Actor = owner) => readTenant(house.tenantId, as, (scope) => getProfile(scope, id));
const list = (as: Actor = owner) => readTenant(house.tenantId, as, listProfiles);
const change = (id: string, to: object) => inHouse((scope) => changeStaff(scope, id, changeStaffInput.parse(to)));
/** As the owner's page reads them: what is said of a person is sealed with a key of theirs. */
const deeds = async () =>
  (await inHouse((scope) => listAudit(scope, {}, { limit: 20 }))).items
    .toReversed()
    .map(({ action, before, after }) => ({ action, before, after }));
const events = async () =>
  (await sql`select name from events where tenant_id = ${house.tenantId} order by seq`).map(({ name }) => name);

test("somebody added is last, active, does nothing yet, works the business's hours, and is told of and written down", async () => {
  const { id } = await inHouse((scope) => addStaff(scope, addStaffInput.parse({ name: " Kerubo  Moraa " })));
  const { items } = await list();
  expect(items.at(-1)).toMatchObject({ id, name: "Kerubo Moraa", active: true, services: 0, photo: null });
  expect(await profile(id)).toMatchObject({ hours: [], title: "", commissionBp: 0, login: null });
  expect(await events()).toEqual(["staff.added"]);
  expect((await deeds())[0]).toMatchObject({ action: "staff.added", after: { name: "Kerubo Moraa" } });
});

describe("changing", () => {
  test("only what is other is written down, and the same again is nothing", async () => {
    const id = house.staffIds[0]!;
    const to = { name: "Staff 1", title: "Barber", phone: "0712 345 678", commissionBp: 4_000 };
    expect((await change(id, to)).ok).toBe(true);
    expect(await profile(id)).toMatchObject({ ...to, phone: "+254712345678" });
    await change(id, to);
    expect(await deeds()).toEqual([
      {
        action: "staff.changed",
        before: { title: "", phone: null, commissionBp: 0 },
        after: { title: "Barber", phone: "+254712345678", commissionBp: 4_000 },
      },
    ]);
    const kept = await sql`select before, after from audit_entries where tenant_id = ${house.tenantId}`;
    expect(JSON.stringify(kept)).not.toContain("712345678");
    expect(await events()).toEqual(["staff.changed"]);
  });

  test("who is not here, and who is another business's, is unknown", async () => {
    const other = await makeHouse();
    for (const id of [newId(), other.staffIds[0]!]) {
      expect(await change(id, { title: "Barber" })).toEqual({ ok: false, refusal: "unknown" });
      expect(await profile(id)).toBeNull();
      expect(await inHouse((scope) => setStaffHours(scope, id, []))).toEqual({ ok: false, refusal: "unknown" });
    }
    expect(await deeds()).toEqual([]);
  });

  test("a field that is wrong is named", () => {
    const faults = (given: object) =>
      changeStaffInput.safeParse(given).error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`.trim());
    expect(faults({ phone: "12", commissionBp: 10_001, email: "x", colour: "red" })).toEqual([
      "phone is not a phone number",
      "email is not an e-mail address",
      "colour is a colour as #rrggbb",
      "commissionBp is more than 100 %",
    ]);
    expect(faults({})).toEqual(["names nothing to change"]);
    expect(faults({ role: "owner", anyway: true })).toEqual(["names nothing to change"]);
    expect(changeStaffInput.parse({ phone: " ", email: "" })).toEqual({ phone: null, email: null, anyway: false });
  });
});

describe("hours", () => {
  const monday = { weekday: 1, from: 540, to: 1_020 };

  test("a week takes the place of the one before; none at all means the business's", async () => {
    const id = house.staffIds[0]!;
    const night = { weekday: 5, from: 1_200, to: 1_560 };
    await inHouse((scope) => setStaffHours(scope, id, [night, monday]));
    expect((await profile(id))?.hours).toEqual([monday, night]);
    await inHouse((scope) => setStaffHours(scope, id, [monday, night]));
    await inHouse((scope) => setStaffHours(scope, id, []));
    expect((await profile(id))?.hours).toEqual([]);
    expect((await profile(house.staffIds[1]!))?.hours).toHaveLength(7);
    expect((await deeds()).map(({ after }) => after?.hours)).toEqual([
      "Mon 09:00–17:00; Fri 20:00–02:00",
      "the business's hours",
    ]);
  });

  test("stretches that overlap, end before they begin or last longer than a day are refused", () => {
    const fault = (...hours: object[]) => hoursInput.safeParse({ hours }).error?.issues[0]?.message;
    expect(fault(monday, { weekday: 1, from: 1_000, to: 1_100 })).toBe("overlap on Monday");
    expect(fault({ weekday: 1, from: 600, to: 600 })).toBe("end before they begin");
    expect(fault({ weekday: 1, from: 600, to: 2_100 })).toBe("end before they begin");
    expect(fault({ weekday: 7, from: 600, to: 700 })).toBe("is a day");
  });
});

describe("services", () => {
  const set = (id: string, services: object[]) =>
    inHouse((scope) => setStaffServices(scope, id, staffServicesInput.parse({ services })));

  test("what somebody does, with a time and price of their own where it differs", async () => {
    const [id, cut, braids] = [house.staffIds[0]!, ...house.serviceIds] as [string, string, string];
    expect((await set(id, [{ serviceId: cut, durationMinutes: 45 }])).ok).toBe(true);
    const skills = (await profile(id))!.services;
    expect(
      skills.map(({ name, does, ownDurationMinutes, ownPriceMinor }) => [
        name,
        does,
        ownDurationMinutes,
        ownPriceMinor,
      ]),
    ).toEqual([
      ["Cut", true, 45, null],
      ["Braids", false, null, null],
    ]);
    expect((await list()).items[0]).toMatchObject({ services: 1 });
    await set(id, [{ serviceId: cut, durationMinutes: 45 }]);
    await set(id, [{ serviceId: cut }, { serviceId: braids, priceMinor: 200_000 }]);
    expect((await deeds()).map(({ after }) => after?.services)).toEqual(["Cut (45 min)", "Braids (2000), Cut"]);
    expect((await profile(house.staffIds[1]!))?.services.every(({ does }) => does)).toBe(true);
  });

  test("another business's service, a made-up one and the same one twice are refused, and nothing is lost", async () => {
    const other = await makeHouse();
    const id = house.staffIds[0]!;
    for (const serviceId of [other.serviceIds[0]!, newId()])
      expect(await set(id, [{ serviceId }])).toEqual({ ok: false, refusal: "service_unknown" });
    const cut = { serviceId: house.serviceIds[0]! };
    expect(staffServicesInput.safeParse({ services: [cut, cut] }).success).toBe(false);
    expect((await list()).items[0]).toMatchObject({ services: 2 });
  });
});

describe("who sees what", () => {
  test("staff see themselves, with their share and without their colleagues", async () => {
    const [me, colleague] = house.staffIds as [string, string];
    await change(me, { commissionBp: 3_500 });
    const as = await addPerson(sql, house.tenantId, "staff", me);
    expect((await list(as)).items.map(({ id }) => id)).toEqual([me]);
    expect(await profile(me, as)).toMatchObject({ commissionBp: 3_500, login: null });
    expect(await profile(colleague, as)).toBeNull();
    expect((await list(await addPerson(sql, house.tenantId, "staff"))).items).toEqual([]);
  });

  test("the desk sees everybody, but no shares and no logins", async () => {
    const [id] = house.staffIds as [string];
    await addPerson(sql, house.tenantId, "staff", id);
    const desk = await addPerson(sql, house.tenantId, "front_desk");
    expect((await list(desk)).items.map(({ login }) => login)).toEqual([null, null]);
    expect(await profile(id, desk)).toMatchObject({ commissionBp: null, login: null, invitation: null });
    expect((await list()).items[0]?.login).toBe("A staff");
    expect((await profile(id))?.login).toMatchObject({ name: "A staff", role: "staff" });
  });
});

test("a photo is kept, named by what it is, and taken away; staff see no colleague's", async () => {
  const [id, colleague] = house.staffIds as [string, string];
  const png = drawn(() => [250, 248, 243]);
  const put = (bytes: Buffer, of = id) => inHouse((scope) => setStaffPhoto(scope, of, bytes));
  expect(await put(Buffer.from("<svg/>"))).toEqual({ ok: false, refusal: "not_a_picture" });
  expect(await put(png, newId())).toEqual({ ok: false, refusal: "unknown" });
  const set = await put(png);
  expect((await list()).items[0]?.photo).toBe(set.ok && set.value.version);
  const seen = (as: Actor) => readTenant(house.tenantId, as, (scope) => getStaffPhoto(scope, id));
  expect((await seen(owner))?.contentType).toBe("image/png");
  expect(await seen(await addPerson(sql, house.tenantId, "staff", colleague))).toBeNull();
  expect(await inHouse((scope) => removeStaffPhoto(scope, id))).toBe(true);
  expect(await inHouse((scope) => removeStaffPhoto(scope, id))).toBe(false);
  expect(await seen(owner)).toBeNull();
});
