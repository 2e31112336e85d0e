import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { addByHand } from "./customers/add-by-hand";
import { addNote } from "./customers/customer-notes";
import { addCustomerInput } from "./customers/file-input";
import { findCustomers } from "./customers/find-customers";
import { getCustomer } from "./customers/get-customer";
import { listCustomers } from "./customers/list-customers";
import { customersQuery } from "./customers/segment-input";
import { naughtyStrings } from "./platform/testing/naughty-strings";
import { readTenant, withTenant } from "./tenancy/with-tenant";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const fields = ["name", "location", "serviceNotes", "tags"] as const;

/** The fields in which this text is believed; the others say what is usual. */
function wishWith(typed: string) {
  const given = { name: typed, location: typed, serviceNotes: typed, tags: [typed, "Bride"] };
  const read = addCustomerInput.safeParse(given);
  if (read.success) return read.data;
  const refused = new Set(read.error.issues.map(({ path }) => path[0]));
  const usual = { name: "Nekesa", location: "", serviceNotes: "", tags: ["Bride"] };
  const left = Object.fromEntries(fields.map((field) => [field, (refused.has(field) ? usual : given)[field]]));
  return addCustomerInput.parse(left);
}

test("whatever is believed is kept as it is, found again by what stands there, and read back", {
  timeout: 120_000,
}, async () => {
  const { tenantId } = await makeHouse();
  const owner = await addPerson(sql, tenantId, "owner");
  const wishes = naughtyStrings.map(wishWith);
  const ids = await withTenant(tenantId, owner, async (scope) => {
    const made: string[] = [];
    for (const wish of wishes) {
      const added = await addByHand(scope, wish);
      if (!added.ok) throw new Error(`${JSON.stringify(wish)}: ${added.refusal}`);
      made.push(added.value.id);
      if (wish.serviceNotes) await addNote(scope, added.value.id, wish.serviceNotes);
    }
    return made;
  });
  await readTenant(tenantId, owner, async (scope) => {
    for (const [at, { name, location, serviceNotes, tags }] of wishes.entries()) {
      const file = await getCustomer(scope, ids[at]!);
      expect(file).toMatchObject({ name, location, serviceNotes, tags });
    }
    for (const { name, tags } of wishes) {
      const found = await findCustomers(scope, name);
      expect(found.map((one) => one.name.toLowerCase()).join("\n")).toContain(name.toLowerCase());
      const listed = await listCustomers(scope, customersQuery.parse({ tag: tags![0], limit: 100 }));
      expect(listed.items.length, tags![0]).toBeGreaterThan(0);
    }
  });
  console.log(`naughty strings: ${naughtyStrings.length} strings kept in ${fields.length} fields and a note`);
});
