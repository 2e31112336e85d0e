import { randomBytes } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { customerKeys } from "@/db/schema/audit";
import { now } from "@/lib/platform/clock";
import { seal, sealWith, unseal, unsealWith } from "@/lib/platform/seal";
import type { Scope } from "@/lib/tenancy/scope";

const about = (tenantId: string, customerId: string) => `customer ${tenantId} ${customerId}`;

export type CustomerCipher = { seal(text: string): string; unseal(sealed: string): string };

const cipherOf = (key: Buffer, place: string): CustomerCipher => ({
  seal: (text) => sealWith(key, text, place),
  unseal: (sealed) => unsealWith(key, sealed, place),
});

/** Seals and opens with the key of one customer, made when first needed. Throws when the key has been destroyed. */
export async function customerCipher(scope: Scope, customerId: string): Promise<CustomerCipher> {
  const place = about(scope.tenantId, customerId);
  await scope.tx
    .insert(customerKeys)
    .values({
      tenantId: scope.tenantId,
      customerId,
      sealedKey: seal(randomBytes(32).toString("base64"), place),
      createdAt: now(),
    })
    .onConflictDoNothing();
  const known = (await customerCiphers(scope, [customerId])).get(customerId);
  if (!known) throw new Error("this customer's key has been destroyed");
  return known;
}

/** The keys that are still there; whose key was destroyed is left out. */
export async function customerCiphers(scope: Scope, customerIds: string[]): Promise<Map<string, CustomerCipher>> {
  const rows = await scope.tx
    .select({ customerId: customerKeys.customerId, sealedKey: customerKeys.sealedKey })
    .from(customerKeys)
    .where(and(eq(customerKeys.tenantId, scope.tenantId), inArray(customerKeys.customerId, customerIds)));
  return new Map(
    rows.flatMap(({ customerId, sealedKey }) => {
      if (sealedKey === null) return [];
      const place = about(scope.tenantId, customerId);
      return [[customerId, cipherOf(Buffer.from(unseal(sealedKey, place), "base64"), place)] as const];
    }),
  );
}
