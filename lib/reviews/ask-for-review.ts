import { sql } from "drizzle-orm";
import { planDue } from "@/lib/events/plan-due";
import type { OutgoingMessage } from "@/lib/notifications/queue-message";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import type { Scope } from "@/lib/tenancy/scope";
import { decentHour } from "./internal/decent-hour";
import { isPaid } from "./internal/paid-visit";
import { reviewToken, reviewTokenHash } from "./review-token";
import { askEveryDays, askWithinHours } from "./rules";
import { reviewWords } from "./words";

type Asked = {
  customer_id: string;
  phone: string | null;
  email: string | null;
  wishes: { bySms: boolean; byEmail: boolean };
  language: "en" | "sw";
  house: string;
  time_zone: string;
  services: string;
  completed_at: string;
};

/**
 * How was it? Once for a visit, and nobody more than once in a month; not at night, not when it is long over, and not for what
 * was taken back, voided or reviewed meanwhile.
 */
export async function askForReview(scope: Scope, { visitId }: { visitId: string }): Promise<OutgoingMessage[]> {
  const { tx, tenantId } = scope;
  const [found] = await tx.execute<{ customer_id: string }>(sql`
    select customer_id from review_requests where tenant_id = ${tenantId} and visit_id = ${visitId} and asked_at is null`);
  if (!found) return [];
  // Of two visits of one customer only one is asked about, also when both are due at once.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`review ${tenantId} ${found.customer_id}`}, 0))`,
  );
  const [asked] = await tx.execute<Asked>(sql`
    select c.id as customer_id, coalesce(c.phone, g.phone) as phone, coalesce(c.email, g.email) as email,
      case when c.phone is null and g.id is not null then g.wishes else c.wishes end as wishes,
      case when c.phone is null and g.id is not null then g.language else c.language end as language,
      t.name as house, t.time_zone, v.completed_at,
      (select string_agg(l.service_name, ', ' order by l.position) from visit_lines l
        where l.tenant_id = v.tenant_id and l.visit_id = v.id) as services
    from visits v
    join customers c on c.tenant_id = v.tenant_id and c.id = v.customer_id and c.archived_at is null
    left join customers g on g.tenant_id = c.tenant_id and g.id = c.guardian_id and g.archived_at is null
    join tenants t on t.id = v.tenant_id
    where v.tenant_id = ${tenantId} and v.id = ${visitId} and ${isPaid()}
      and not exists (select from reviews r where r.tenant_id = v.tenant_id and r.visit_id = v.id)
      and not exists (select from review_requests q where q.tenant_id = v.tenant_id and q.customer_id = v.customer_id
        and q.asked_at > ${daysAgo(askEveryDays)})`);
  if (!asked?.services) return [];
  const at = now();
  if (at.getTime() - Date.parse(asked.completed_at) > askWithinHours * 3_600_000) return [];
  const decent = decentHour(at, asked.time_zone);
  if (decent > at) {
    await planDue(scope, { kind: "ask_for_review", at: decent, payload: { visitId } });
    return [];
  }
  const messages = messagesFor(asked, visitId);
  if (messages.length === 0) return [];
  await tx.execute(sql`
    update review_requests set asked_at = ${at.toISOString()} where tenant_id = ${tenantId} and visit_id = ${visitId}`);
  await tx.execute(sql`
    insert into access_tokens (hash, tenant_id, kind, subject_id, created_at)
    values (${reviewTokenHash(visitId)}, ${tenantId}, 'review', ${visitId}, ${at.toISOString()}) on conflict do nothing`);
  return messages;
}

function messagesFor(asked: Asked, visitId: string): OutgoingMessage[] {
  const { customer_id: customerId, phone, email, wishes, language, house, services } = asked;
  const words = reviewWords[language];
  const message = {
    customerId,
    template: "review-request",
    subject: words.askSubject(house),
    body: `${words.ask(house, services)} ${env().APP_URL}/v/${reviewToken(visitId)}`,
    dedupeKey: `review-request ${visitId}`,
  };
  return [
    ...(phone && wishes.bySms ? [{ ...message, channel: "sms" as const, to: phone }] : []),
    ...(email && wishes.byEmail
      ? [{ ...message, channel: "email" as const, to: email, dedupeKey: `${message.dedupeKey} email` }]
      : []),
  ];
}

const daysAgo = (days: number): string => new Date(now().getTime() - days * 86_400_000).toISOString();
