import { platformPool } from "@/db/platform-client";
import type { SentMessage } from "@/lib/notifications/list-messages";
import { masked } from "@/lib/platform/masked";
import type { OutgoingInput } from "./input";

export type Outgoing = {
  id: string;
  tenantId: string;
  business: string;
  channel: SentMessage["channel"];
  /** `+2547…678`, `m…@example.com`; a browser has no address to be told. Null in the list of all businesses. */
  to: string | null;
  template: string;
  status: SentMessage["status"];
  failure: string;
  tries: number;
  at: string;
};

export type OutgoingPage = {
  items: Outgoing[];
  nextCursor: string | null;
  /** Of the last day, of all businesses or of the one that is asked for. */
  day: { waiting: number; sent: number; failed: number };
};

const states = { waiting: ["queued", "sending"], sent: ["sent", "delivered"], failed: ["failed"] };

/**
 * What leaves the house for customers and members of all businesses, newest first, without a word of what it says. Each
 * business gives its newest by its own index, so that a long log costs nothing.
 */
export async function listOutgoing(asked: OutgoingInput, since: Date): Promise<OutgoingPage> {
  const { tenant = null, state, channel = null, cursor, limit } = asked;
  const [beforeAt = null, beforeId = null] = cursor?.split(" ") ?? [];
  const [found, counted] = await Promise.all([
    platformPool().query<Omit<Outgoing, "at" | "to"> & { at: Date; to: string; place: string }>(
      `select m.id, t.id as "tenantId", t.name as business, m.channel, m.to_address as "to", m.template, m.status,
         m.failure, m.tries, m.created_at as at,
         to_char(m.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || ' ' || m.id as place
       from tenants t cross join lateral (
         select * from messages m where m.tenant_id = t.id and ($2::text[] is null or m.status = any($2))
           and ($3::text is null or m.channel = $3)
           and ($4::timestamptz is null or m.created_at < $4 or (m.created_at = $4 and m.id < $5))
         order by m.created_at desc, m.id desc limit $6) m
       where $1::uuid is null or t.id = $1
       order by m.created_at desc, m.id desc limit $6`,
      [tenant, state ? states[state] : null, channel, beforeAt, beforeId, limit + 1],
    ),
    platformPool().query<OutgoingPage["day"]>(
      `select coalesce(sum(m.waiting), 0)::int as waiting, coalesce(sum(m.sent), 0)::int as sent,
         coalesce(sum(m.failed), 0)::int as failed
       from tenants t cross join lateral (
         select count(*) filter (where status in ('queued', 'sending')) as waiting,
           count(*) filter (where status in ('sent', 'delivered')) as sent,
           count(*) filter (where status = 'failed') as failed
         from messages m where m.tenant_id = t.id and m.created_at >= $2) m
       where $1::uuid is null or t.id = $1`,
      [tenant, since],
    ),
  ]);
  const items = found.rows.slice(0, limit).map(({ to, at, place: _, ...row }) => ({
    ...row,
    to: tenant ? (row.channel === "push" ? "a browser" : masked(to)) : null,
    at: at.toISOString(),
  }));
  return {
    items,
    nextCursor: found.rows.length > limit ? (found.rows[limit - 1]?.place ?? null) : null,
    day: counted.rows[0] ?? { waiting: 0, sent: 0, failed: 0 },
  };
}
