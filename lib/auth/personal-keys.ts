import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { customerKeys, personKeys } from "@/db/schema/audit";
import { now } from "@/lib/platform/clock";
import { seal, sealWith, unseal, unsealWith } from "@/lib/platform/seal";
import type { Scope } from "@/lib/tenancy/scope";

/** Whose values are sealed: a customer's, or a person's, who is a member, a login, or somebody invited. */
export type Owner = { kind: "customer" | "person"; id: string };

export type Cipher = { seal(text: string): string; unseal(sealed: string): string };

export function ownerOf(customerId: string | null | undefined, personId: string | null | undefined): Owner | null {
  if (customerId) return { kind: "customer", id: customerId };
  return personId ? { kind: "person", id: personId } : null;
}

const about = (tenantId: string, { kind, id }: Owner) => `${kind} ${tenantId} ${id}`;

const cipherOf = (key: Buffer, place: string): Cipher => ({
  seal: (text) => sealWith(key, text, place),
  unseal: (sealed) => unsealWith(key, sealed, place),
});

/** Seals and opens with the key of one owner, made when first needed. Throws when the key has been destroyed. */
export async function personalCipher(scope: Scope, owner: Owner): Promise<Cipher> {
  const { tenantId } = scope;
  const sealedKey = seal(randomBytes(32).toString("base64"), about(tenantId, owner));
  const made = { tenantId, sealedKey, createdAt: now() };
  await (owner.kind === "customer"
    ? scope.tx.insert(customerKeys).values({ ...made, customerId: owner.id })
    : scope.tx.insert(personKeys).values({ ...made, personId: owner.id })
  ).onConflictDoNothing();
  const known = (await personalCiphers(scope, [owner])).get(owner.id);
  if (!known) throw new Error(`the key of this ${owner.kind} has been destroyed`);
  return known;
}

/** The keys that are still there, by their owners' ids; whose key was destroyed is left out. One statement. */
export async function personalCiphers(scope: Scope, owners: Owner[]): Promise<Map<string, Cipher>> {
  if (owners.length === 0) return new Map();
  const { tenantId } = scope;
  const idsOf = (wanted: Owner["kind"]) => {
    const ids = owners.filter(({ kind }) => kind === wanted).map(({ id }) => id);
    return sql`array[${sql.join(ids, sql`, `)}]::uuid[]`;
  };
  const rows = await scope.tx.execute<Owner & { sealed_key: string }>(sql`
    select 'customer' as kind, customer_id as id, sealed_key from customer_keys
    where tenant_id = ${tenantId} and customer_id = any(${idsOf("customer")}) and sealed_key is not null
    union all
    select 'person', person_id, sealed_key from person_keys
    where tenant_id = ${tenantId} and person_id = any(${idsOf("person")}) and sealed_key is not null`);
  return new Map(
    rows.map(({ kind, id, sealed_key }) => {
      const place = about(tenantId, { kind, id });
      return [id, cipherOf(Buffer.from(unseal(sealed_key, place), "base64"), place)];
    }),
  );
}
