import { sql } from "drizzle-orm";
import { browsersOf } from "@/lib/customers/reached";
import { toBrowsers } from "@/lib/customers/to-browsers";
import type { OutgoingMessage } from "@/lib/notifications/queue-message";
import { env } from "@/lib/platform/env";
import type { Scope } from "@/lib/tenancy/scope";
import { conversationWords } from "./words";

type Told = {
  customer_id: string;
  phone: string | null;
  email: string | null;
  wishes: { bySms: boolean; byEmail: boolean };
  browsers: string[];
  language: "en" | "sw";
  house: string;
  slug: string;
};

/**
 * What the house wrote still waits to be read: no page of the customer's is open, so they hear of it in their own way. What
 * was written stays in the portal, where only they read it.
 */
export async function tellUnread(
  scope: Scope,
  { conversationId, seq }: { conversationId: string; seq: number },
): Promise<OutgoingMessage[]> {
  const [told] = await scope.tx.execute<Told>(sql`
    select c.id as customer_id, c.phone, c.email, c.wishes, c.language, t.name as house, t.slug,
      ${browsersOf(sql`c.id`)} as browsers
    from conversations k join tenants t on t.id = k.tenant_id
    join customers c on c.tenant_id = k.tenant_id and c.id = k.customer_id and c.archived_at is null
    where k.tenant_id = ${scope.tenantId} and k.id = ${conversationId} and k.customer_read_seq < ${seq}`);
  if (!told) return [];
  const words = conversationWords[told.language];
  const message = {
    customerId: told.customer_id,
    template: "conversation-unread",
    subject: words.subject(told.house),
    body: `${words.told(told.house)} ${env().APP_URL}/portal/${told.slug}/messages`,
    dedupeKey: `conversation ${conversationId} ${seq}`,
  };
  const { phone, email, wishes, browsers, language } = told;
  return [
    ...(phone && wishes.bySms ? [{ ...message, channel: "sms" as const, to: phone }] : []),
    ...(email && wishes.byEmail
      ? [{ ...message, channel: "email" as const, to: email, dedupeKey: `${message.dedupeKey} email` }]
      : []),
    ...toBrowsers(browsers, language, message),
  ];
}
