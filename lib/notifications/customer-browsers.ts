import { and, eq, not, sql } from "drizzle-orm";
import { customers } from "@/db/schema/customers";
import { customerBrowsers } from "@/db/schema/notifications";
import { isGone } from "@/lib/customers/gone";
import { isBrowserTheirs } from "@/lib/customers/reached";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { Browser } from "./transports/transport";
import { isPushAddress } from "./transports/webpush";

const mostOfOne = 10;

type Kept = Result<{ id: string }, { refusal: "unknown_maker" | "too_many" | "not_there" }>;

/** A customer's browser is told of what they are told of, for as long as this sign-in lasts. */
export async function keepCustomerBrowser(
  scope: Scope,
  customerId: string,
  { accountSessionId, ...browser }: Browser & { accountSessionId: string },
): Promise<Kept> {
  const { tx, tenantId } = scope;
  if (!isPushAddress(browser.endpoint)) return refuse("unknown_maker");
  const [there] = await tx
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.tenantId, tenantId), eq(customers.id, customerId), not(isGone(customers))))
    .for("update");
  if (!there) return refuse("not_there");
  // Those that they have signed out of are told nothing, and stand in nobody's way.
  await tx.execute(sql`delete from customer_browsers p
    where p.tenant_id = ${tenantId} and p.customer_id = ${customerId} and not ${isBrowserTheirs()}`);
  const have = await tx
    .select({ endpoint: customerBrowsers.endpoint })
    .from(customerBrowsers)
    .where(and(eq(customerBrowsers.tenantId, tenantId), eq(customerBrowsers.customerId, customerId)));
  if (have.length >= mostOfOne && !have.some(({ endpoint }) => endpoint === browser.endpoint))
    return refuse("too_many");
  const [kept] = await tx
    .insert(customerBrowsers)
    .values({ tenantId, id: newId(), customerId, accountSessionId, ...browser, createdAt: now() })
    .onConflictDoUpdate({
      target: [customerBrowsers.tenantId, customerBrowsers.endpoint],
      // What waits for whoever had it before names the old id, and goes nowhere.
      set: {
        id: sql`case when ${customerBrowsers.customerId} = excluded.customer_id then ${customerBrowsers.id} else excluded.id end`,
        customerId,
        accountSessionId,
        p256dh: sql`excluded.p256dh`,
        auth: sql`excluded.auth`,
      },
    })
    .returning({ id: customerBrowsers.id });
  return ok(kept!);
}

/** A new sign-in takes along a browser that was turned on before. Answers whether it was, for this customer. */
export async function renewCustomerBrowser(
  { tx, tenantId }: Scope,
  customerId: string,
  { endpoint, ...renewed }: Browser & { accountSessionId: string },
): Promise<boolean> {
  const found = await tx
    .update(customerBrowsers)
    .set(renewed)
    .where(
      and(
        eq(customerBrowsers.tenantId, tenantId),
        eq(customerBrowsers.customerId, customerId),
        eq(customerBrowsers.endpoint, endpoint),
      ),
    )
    .returning({ id: customerBrowsers.id });
  return found.length > 0;
}

/** Another's is passed over. */
export async function forgetCustomerBrowser(
  { tx, tenantId }: Scope,
  customerId: string,
  endpoint: string,
): Promise<void> {
  await tx
    .delete(customerBrowsers)
    .where(
      and(
        eq(customerBrowsers.tenantId, tenantId),
        eq(customerBrowsers.customerId, customerId),
        eq(customerBrowsers.endpoint, endpoint),
      ),
    );
}
