import { and, eq, sql } from "drizzle-orm";
import { isDuplicate } from "@/db/errors";
import { customers } from "@/db/schema/customers";
import type { Account } from "@/lib/auth/account-sessions";
import { changeAccountPhone } from "@/lib/auth/change-account-phone";
import { ok, type Result } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { writeDown } from "./internal/write-down";

type Changing = { account: Account; customerId: string; house: string };

/**
 * The customer signs in with this phone from now on, everywhere, and this business knows them by it. Other businesses keep
 * the number they have until the customer says so there. `here`: false when another customer of this business has it.
 */
export async function changeOwnPhone(
  scope: Scope,
  changing: Changing,
  phone: string,
): Promise<Result<{ here: boolean }, { refusal: "taken" | "signed_out" }>> {
  const changed = await changeAccountPhone(scope, changing, phone);
  if (!changed.ok) return changed;
  const here = await knowByPhone(scope, changing.customerId, phone);
  // What the business keeps stayed as it was, but whoever books here signs in with another number now.
  if (!here) await writeDown(scope, changing.customerId, { phone: changed.value.before }, { phone });
  return ok({ here });
}

/** This business knows the customer by the phone they sign in with. False when another customer of it has that. */
export async function knowByPhone(scope: Scope, customerId: string, phone: string): Promise<boolean> {
  const mine = and(eq(customers.tenantId, scope.tenantId), eq(customers.id, customerId));
  const [was] = await scope.tx.select({ phone: customers.phone }).from(customers).where(mine).for("update");
  if (!was) return false;
  if (was.phone === phone) return true;
  try {
    await scope.tx.transaction((tx) => tx.update(customers).set({ phone }).where(mine));
  } catch (error) {
    if (isDuplicate(error, "customers_phone")) return false;
    throw error;
  }
  await writeDown(scope, customerId, { phone: was.phone }, { phone });
  return true;
}

/**
 * Who has shown that a phone is theirs gets it, and nothing else: a customer whose account has moved on to another number
 * stays who they are, without this one.
 */
export async function releasePhone(scope: Scope, phone: string, accountId: string): Promise<void> {
  const freed = await scope.tx
    .update(customers)
    .set({ phone: null })
    .where(
      and(
        eq(customers.tenantId, scope.tenantId),
        eq(customers.phone, phone),
        sql`${customers.accountId} is not null and ${customers.accountId} <> ${accountId}`,
      ),
    )
    .returning({ id: customers.id });
  for (const { id } of freed) await writeDown(scope, id, { phone }, { phone: null });
}
