import { sql } from "drizzle-orm";
import type { PaymentStatus } from "@/db/schema/payments";
import type { BillingInterval, SubscriptionStatus } from "@/db/schema/subscriptions";
import { type ShownAccount, shownAccount } from "@/lib/payments/get-account";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { planRoom, type Room } from "@/lib/tenancy/plan-room";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { Scope } from "@/lib/tenancy/scope";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { type InvoiceItem, listInvoices } from "./internal/list-invoices";
import type { Plan } from "./internal/plan-of";
import { type Quote, quoteOf } from "./internal/quote-plan";
import { isRunning, readSubscription } from "./internal/subscription";
import { listPlans } from "./list-plans";
import { worksUntil } from "./terms";

export type Offer = Pick<
  Plan,
  "id" | "name" | "about" | "monthlyMinor" | "yearlyMinor" | "currency" | "members" | "activeCustomers" | "messages"
> & {
  quotes: Record<BillingInterval, Pick<Quote, "kind" | "amountMinor" | "lines" | "creditMinor">>;
};

export type SubscriptionFacts = {
  status: SubscriptionStatus;
  planId: string;
  planName: string;
  interval: BillingInterval;
  periodStart: string;
  /** The first day that is not paid for. */
  periodEnd: string;
  cancelsAtEnd: boolean;
  payerPhone: string | null;
  creditMinor: number;
  currency: string;
  /** The last moment at which everything can be done. */
  worksUntil: string;
  resting: boolean;
  running: boolean;
  room: Room;
  offers: Offer[];
  /** What is to be paid, and where asking for it stands. */
  open: (InvoiceItem & { prompt: PaymentStatus | null; why: string | null }) | null;
  invoices: InvoiceItem[];
  /** Where it is paid. */
  account: ShownAccount | null;
};
/** `charged` is null for a business that the platform asks nothing of. */
export type SubscriptionAnswer = { charged: SubscriptionFacts | null; position: string };

/** What a business has with the platform, what it uses of it, what else there is, and what it would cost today. */
export async function getSubscription(scope: Scope): Promise<SubscriptionAnswer> {
  const position = writePosition(await headOf(scope));
  const subscription = await readSubscription(scope);
  if (!subscription) return { charged: null, position };
  const [plans, room, invoices] = [await listPlans(scope), (await planRoom(scope))!, await listInvoices(scope)];
  const had = plans.find(({ id }) => id === subscription.planId)!;
  const open = invoices.find(({ status }) => status === "open") ?? null;
  const { account, prompt } = await askedOf(scope.tenantId, open?.id ?? null);
  const until = worksUntil(subscription, subscription.timeZone);
  const { status, planId, interval, periodStart, periodEnd, cancelsAtEnd, payerPhone, creditMinor } = subscription;
  return {
    position,
    charged: {
      ...{
        status,
        planId,
        planName: had.name,
        interval,
        periodStart,
        periodEnd,
        cancelsAtEnd,
        payerPhone,
        creditMinor,
      },
      ...{ currency: had.currency, worksUntil: until.toISOString(), resting: until <= now(), room, invoices, account },
      running: isRunning(subscription),
      offers: plans
        .filter(({ id, offered }) => offered || id === planId)
        .map((plan) => {
          const { id, name, about, monthlyMinor, yearlyMinor, currency, members, activeCustomers, messages } = plan;
          const quotes = {
            month: quoteOf(subscription, plan, had, "month"),
            year: quoteOf(subscription, plan, had, "year"),
          };
          return { id, name, about, monthlyMinor, yearlyMinor, currency, members, activeCustomers, messages, quotes };
        }),
      open: open && { ...open, prompt: prompt?.status ?? null, why: prompt?.why ?? null },
    },
  };
}

type Prompt = { status: PaymentStatus; why: string | null };

/** In the platform's books: where it is paid, and what became of the last prompt for this invoice of this business. */
const askedOf = (businessId: string, invoiceId: string | null) =>
  readTenant(platformTenantId, { kind: "system", job: "subscription" }, async (platform) => {
    const account = await shownAccount(platform);
    const [prompt] = invoiceId
      ? await platform.tx.execute<Prompt>(sql`
          select status, result_code as why from payments where tenant_id = ${platform.tenantId} and invoice_id = ${invoiceId}
            and business_id = ${businessId} order by created_at desc, id desc limit 1`)
      : [];
    return { account, prompt: prompt ?? null };
  });
