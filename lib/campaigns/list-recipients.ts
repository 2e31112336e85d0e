import { type SQL, sql } from "drizzle-orm";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import type { RecipientsQuery } from "./input";
import { stateOf } from "./internal/counts";
import type { WhyNot } from "./rules";

export type Recipient = {
  id: string;
  name: string;
  state: "waiting" | "held" | "queued" | "gone" | "failed";
  channel: "sms" | "email" | null;
  why: WhyNot | "";
  failure: string;
  delivered: boolean;
  /** Their code has been used. */
  used: boolean;
};
export type RecipientPage = { items: Recipient[]; nextCursor: string | null; position: string };

const pageSize = 50;

const narrowed: Record<NonNullable<RecipientsQuery["state"]>, SQL> = {
  gone: sql`r.outcome = 'written' and m.status in ('sent', 'delivered')`,
  waiting: sql`(r.outcome = 'waiting' or (r.outcome = 'written' and m.status in ('queued', 'sending')))`,
  failed: sql`r.outcome = 'written' and m.status = 'failed'`,
  held: sql`r.outcome = 'held'`,
};

/** Who was in the group, and what has become of each. */
export async function listRecipients(
  scope: Scope,
  campaignId: string,
  { state, cursor }: RecipientsQuery,
): Promise<RecipientPage> {
  const head = await headOf(scope);
  const rows = await scope.tx.execute<Recipient>(sql`
    select c.id, c.name, ${stateOf} as state, r.channel, r.why, coalesce(m.failure, '') as failure,
      coalesce(m.status = 'delivered', false) as delivered, coalesce(v.status = 'redeemed', false) as used
    from campaign_recipients r
    join customers c on c.tenant_id = r.tenant_id and c.id = r.customer_id
    left join messages m on m.tenant_id = r.tenant_id and m.id = r.message_id
    left join vouchers v on v.tenant_id = r.tenant_id and v.id = r.voucher_id
    where r.tenant_id = ${scope.tenantId} and r.campaign_id = ${campaignId}
      and ${state ? narrowed[state] : sql`true`} and (${cursor ?? null}::uuid is null or r.customer_id > ${cursor ?? null}::uuid)
    order by r.customer_id limit ${pageSize + 1}`);
  const items = rows.slice(0, pageSize);
  return {
    items,
    nextCursor: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null,
    position: writePosition(head),
  };
}
