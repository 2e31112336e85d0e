import { and, eq, not, sql } from "drizzle-orm";
import { customers } from "@/db/schema/customers";
import { customerBrowsers } from "@/db/schema/notifications";
import { isGone } from "@/lib/customers/gone";
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
      set: { customerId, accountSessionId, p256dh: sql`excluded.p256dh`, auth: sql`excluded.auth` },
    })
    .returning({ id: customerBrowsers.id });
  return ok(kept!);
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
