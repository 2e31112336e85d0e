import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { newId } from "@/lib/platform/ids";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { addResource, changeResource } from "./change-resource";
import { addResourceInput, changeResourceInput } from "./input";
import { listResources } from "./list-resources";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
let owner: Actor;
beforeEach(async () => {
  house = await makeHouse({ services: ["Cut", "Facial"].map((name) => ({ name, minutes: 30 })) });
  owner = await addPerson(sql, house.tenantId, "owner");
});

const inHouse = <T>(work: (scope: Scope) => Promise<T>) => withTenant(house.tenantId, owner, work);
const add = async (given: object) => {
  const added = await inHouse((scope) => addResource(scope, addResourceInput.parse(given)));
  return added.ok ? added.value.id : added.refusal;
};
const change = (id: string, given: object) =>
  inHouse((scope) => changeResource(scope, id, changeResourceInput.parse(given)));
const list = async () => (await inHouse(listResources)).items;

test("a chair is added, renamed, needed by others and put out of use; each once in the log", async () => {
  const [cut, facial] = house.serviceIds as [string, string];
  const id = await add({ name: "Chair", quantity: 2, serviceIds: [cut] });
  expect(await list()).toEqual([{ id, name: "Chair", quantity: 2, active: true, serviceIds: [cut] }]);
  expect((await change(id, { name: "Styling chair", serviceIds: [facial] })).ok).toBe(true);
  expect((await change(id, { name: "Styling chair", serviceIds: [facial] })).ok).toBe(true);
  expect((await change(id, { active: false })).ok).toBe(true);
  expect(await list()).toEqual([{ id, name: "Styling chair", quantity: 2, active: false, serviceIds: [facial] }]);
  const entries = await sql`select action, before, after from audit_entries
    where tenant_id = ${house.tenantId} order by at, id`;
  expect(entries.map(({ action, before, after }) => [action, before && JSON.parse(before), JSON.parse(after)])).toEqual(
    [
      ["resource.added", null, { name: "Chair", quantity: 2, services: "Cut" }],
      ["resource.changed", { name: "Chair", services: "Cut" }, { name: "Styling chair", services: "Facial" }],
      ["resource.changed", { active: true }, { active: false }],
    ],
  );
});

test("a service that needs it in some of its parts goes on doing so", async () => {
  const [cut, facial] = house.serviceIds as [string, string];
  const id = await add({ name: "Basin", quantity: 1, serviceIds: [cut] });
  await sql`update service_resources set segments = '{0}' where resource_id = ${id}`;
  await change(id, { serviceIds: [cut, facial] });
  const kept = await sql`select service_id, segments from service_resources where resource_id = ${id}`;
  expect(kept.find(({ service_id }) => service_id === cut)?.segments).toEqual([0]);
});

test("what is not sold here needs nothing, and nothing is kept of the attempt", async () => {
  expect(await add({ name: "Chair", quantity: 1, serviceIds: [newId()] })).toBe("unknown_service");
  expect(await list()).toEqual([]);
  expect(await change(newId(), { quantity: 2 })).toMatchObject({ refusal: "unknown" });
});
