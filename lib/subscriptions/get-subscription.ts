import { sql } from "drizzle-orm";
import type { PaymentStatus } from "@/db/schema/payments";
import type { BillingInterval, SubscriptionStatus } from "@/db/schema/subscriptions";
import { type ShownAccount, shownAccount } from "@/lib/payments/get-account";
import { addDays } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { planRoom, type Room } from "@/lib/tenancy/plan-room";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { isStale } from "./internal/invoices";
import { type InvoiceItem, listInvoices } from "./internal/list-invoices";
import type { Plan } from "./internal/plan-of";
import { type Quote, quoteOf } from "./internal/quote-plan";
import { chosenOf, isRunning, readSubscription, type Subscription } from "./internal/subscription";
import { listPlans } from "./list-plans";
import { dueDay, restsOn, worksUntil } from "./terms";

export type Offer = Pick<
  Plan,
  "id" | "name" | "about" | "monthlyMinor" | "yearlyMinor" | "currency" | "members" | "activeCustomers" | "messages"
> & {
  quotes: Record<BillingInterval, Pick<Quote, "kind" | "amountMinor" | "lines" | "creditMinor">>;
};

type Own = {
  status: SubscriptionStatus;
  planId: string;
  planName: string;
  interval: BillingInterval;
  /** What the next period is to be. */
  chosen: { planId: string; interval: BillingInterval };
  /** The day on which something is due. */
  dueOn: string;
  /** The last one on which everything can be done. */
  lastDay: string;
  cancelsAtEnd: boolean;
  payerPhone: string | null;
  creditMinor: number;
  currency: string;
  resting: boolean;
  running: boolean;
  room: Room;
  offers: Offer[];
  /** What is to be paid. */
  open: InvoiceItem | null;
  invoices: InvoiceItem[];
};

export type SubscriptionFacts = Own & {
  /** Where asking for it stands. */
  open: (InvoiceItem & Prompt) | null;
  /** Where it is paid. */
  account: ShownAccount | null;
};
/** `charged` is null for a business that the platform asks nothing of. */
export type SubscriptionAnswer = { charged: SubscriptionFacts | null; position: string };

/**
 * What a business has with the platform, what it uses of it, what else there is, and what it would cost today. It reads in
 * two scopes, one after the other: none is open while the other is waited for.
 */
export async function getSubscription(tenantId: string, actor: Actor): Promise<SubscriptionAnswer> {
  const { charged, position } = await readTenant(tenantId, actor, ownFacts);
  if (!charged) return { charged: null, position };
  const { open } = charged;
  const { account, prompt } = await askedOf(tenantId, open?.id ?? null);
  return { position, charged: { ...charged, account, open: open && { ...open, ...prompt } } };
}

async function ownFacts(scope: Scope): Promise<{ charged: Own | null; position: string }> {
  const position = writePosition(await headOf(scope));
  const subscription = await readSubscription(scope);
  if (!subscription) return { charged: null, position };
  const [plans, room, invoices] = [await listPlans(scope), (await planRoom(scope))!, await listInvoices(scope)];
  const had = plans.find(({ id }) => id === subscription.planId)!;
  const chosen = chosenOf(subscription);
  const { status, planId, interval, cancelsAtEnd, payerPhone, creditMinor, today, timeZone } = subscription;
  const charged: Own = {
    ...{ status, planId, planName: had.name, interval, chosen, cancelsAtEnd, payerPhone, creditMinor, room, invoices },
    ...{ dueOn: dueDay(subscription), lastDay: addDays(restsOn(subscription), -1), currency: had.currency },
    resting: worksUntil(subscription, timeZone) <= now(),
    running: isRunning(subscription),
    offers: plans
      .filter(({ id, offered }) => offered || id === planId || id === chosen.planId)
      .map((plan) => offerOf(subscription, plan, had)),
    open: invoices.find((one) => one.status === "open" && !isStale(one, today)) ?? null,
  };
  return { charged, position };
}

function offerOf(subscription: Subscription, plan: Plan, had: Plan): Offer {
  const { id, name, about, monthlyMinor, yearlyMinor, currency, members, activeCustomers, messages } = plan;
  const quotes = { month: quoteOf(subscription, plan, had, "month"), year: quoteOf(subscription, plan, had, "year") };
  return { id, name, about, monthlyMinor, yearlyMinor, currency, members, activeCustomers, messages, quotes };
}

type Prompt = { prompt: PaymentStatus | null };

/** In the platform's books: where it is paid, and what became of the last prompt for this invoice of this business. */
const askedOf = (businessId: string, invoiceId: string | null) =>
  readTenant(platformTenantId, { kind: "system", job: "subscription" }, async (platform) => {
    const account = await shownAccount(platform);
    const [prompt] = invoiceId
      ? await platform.tx.execute<Prompt>(sql`
          select status as prompt from payments where tenant_id = ${platform.tenantId} and invoice_id = ${invoiceId}
            and business_id = ${businessId} order by created_at desc, id desc limit 1`)
      : [];
    return { account, prompt: prompt ?? { prompt: null } };
  });
