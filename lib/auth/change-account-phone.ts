import { and, eq, gt, isNull, ne } from "drizzle-orm";
import { isDuplicate } from "@/db/errors";
import { customers } from "@/db/schema/customers";
import { accountSessions, accounts } from "@/db/schema/people";
import { queueMessage } from "@/lib/notifications/queue-message";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { masked } from "@/lib/platform/masked";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { Account } from "./account-sessions";
import { loginWords } from "./words";

/** A customer's sign-in somewhere, and the business in whose name the old number is told. */
type Leaving = { account: Pick<Account, "accountId" | "sessionId">; customerId: string; house: string };

/**
 * Moves an account to a phone that was shown to be theirs. Done only while the sign-in that asks still holds; the others
 * end, and the number before hears of it. A number with an account of its own stays there: whoever holds it signs in to
 * that one. Answers the number before.
 */
export async function changeAccountPhone(
  scope: Scope,
  { account, customerId, house }: Leaving,
  phone: string,
): Promise<Result<{ before: string }, { refusal: "taken" | "signed_out" }>> {
  const { accountId, sessionId } = account;
  // The account first, as in all that ends sessions, and then a statement of its own: only that sees what we waited for.
  const [held] = await scope.tx
    .select({ phone: accounts.phone })
    .from(accounts)
    .where(eq(accounts.id, accountId))
    .for("update");
  const [open] = await scope.tx
    .select({ id: accountSessions.id })
    .from(accountSessions)
    .where(
      and(
        eq(accountSessions.id, sessionId),
        eq(accountSessions.accountId, accountId),
        isNull(accountSessions.revokedAt),
        gt(accountSessions.expiresAt, now()),
      ),
    );
  if (!held || !open) return refuse("signed_out");
  if (held.phone === phone) return ok({ before: phone });
  try {
    await scope.tx.transaction((tx) => tx.update(accounts).set({ phone }).where(eq(accounts.id, accountId)));
  } catch (error) {
    if (isDuplicate(error, "accounts_phone_unique")) return refuse("taken");
    throw error;
  }
  await scope.tx
    .update(accountSessions)
    .set({ revokedAt: now() })
    .where(
      and(
        eq(accountSessions.accountId, accountId),
        ne(accountSessions.id, sessionId),
        isNull(accountSessions.revokedAt),
      ),
    );
  const [reads] = await scope.tx
    .select({ language: customers.language })
    .from(customers)
    .where(and(eq(customers.tenantId, scope.tenantId), eq(customers.id, customerId)));
  await queueMessage(scope, {
    channel: "sms",
    to: held.phone,
    customerId,
    template: "portal-phone-changed",
    body: loginWords[reads?.language ?? "en"].accountPhoneChanged(house, masked(phone)),
    dedupeKey: `portal-phone-changed ${newId()}`,
  });
  return ok({ before: held.phone });
}
