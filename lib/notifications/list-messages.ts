import { type SQL, sql } from "drizzle-orm";
import type { MessageChannel, MessageStatus } from "@/db/schema/notifications";
import { anywhere } from "@/lib/customers/customer-like";
import { startOfMonth } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { MessageQuery } from "./input";

export type SentMessage = {
  id: string;
  channel: MessageChannel;
  to: string;
  customer: { id: string; name: string } | null;
  template: string;
  subject: string;
  /** Empty of what let somebody in. */
  body: string;
  status: MessageStatus;
  transport: string | null;
  failure: string;
  at: string;
  segments: number | null;
  cost: { minor: number; currency: string } | null;
};

export type MessagePage = {
  items: SentMessage[];
  nextCursor: string | null;
  /** Of this month. */
  month: {
    sms: number;
    segments: number;
    letters: number;
    failed: number;
    costs: { minor: number; currency: string }[];
  };
  position: string;
};

type Row = Omit<SentMessage, "customer" | "cost" | "at"> & {
  at: string;
  customerId: string | null;
  customerName: string | null;
  costMinor: string | null;
  costCurrency: string | null;
};

/** What left the house for its customers and its people, newest first. The words of a code are nobody's to read. */
export async function listMessages(scope: Scope, { cursor, limit, ...filters }: MessageQuery): Promise<MessagePage> {
  const head = await headOf(scope);
  const rows = await scope.tx.execute<Row>(sql`
    select m.id, m.channel, m.to_address as "to", m.template, m.subject, m.status, m.transport, m.failure, m.created_at as at,
      case when m.secret_until is null then regexp_replace(m.body, '/v/[A-Za-z0-9_-]+', '/v/…') else '' end as body, m.segments, m.cost_minor as "costMinor",
      m.cost_currency as "costCurrency", c.id as "customerId", c.name as "customerName"
    from messages m left join customers c on c.tenant_id = m.tenant_id and c.id = m.customer_id
    where m.tenant_id = ${scope.tenantId} ${narrowed(filters)} ${after(scope, cursor)}
    order by m.created_at desc, m.id desc limit ${limit + 1}`);
  const items = rows.slice(0, limit).map(
    ({ at, customerId, customerName, costMinor, costCurrency, ...row }): SentMessage => ({
      ...row,
      at: new Date(at).toISOString(),
      customer: customerId ? { id: customerId, name: customerName ?? "" } : null,
      cost: costMinor && costCurrency ? { minor: Number(costMinor), currency: costCurrency } : null,
    }),
  );
  return {
    items,
    nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
    month: await monthOf(scope),
    position: writePosition(head),
  };
}

async function monthOf(scope: Scope): Promise<MessagePage["month"]> {
  const { timeZone } = await houseOf(scope);
  const [month] = await scope.tx.execute<MessagePage["month"]>(sql`
    with these as (select channel, status, segments, cost_minor, cost_currency from messages
      where tenant_id = ${scope.tenantId} and created_at >= ${startOfMonth(now(), timeZone).toISOString()})
    select count(*) filter (where channel = 'sms' and status <> 'failed')::int as sms,
      coalesce(sum(segments) filter (where channel = 'sms' and status <> 'failed'), 0)::int as segments,
      count(*) filter (where channel = 'email' and status <> 'failed')::int as letters,
      count(*) filter (where status = 'failed')::int as failed,
      (select coalesce(json_agg(json_build_object('minor', c.minor, 'currency', c.currency)), '[]') from (
        select sum(cost_minor)::bigint as minor, cost_currency as currency from these
        where cost_currency is not null group by cost_currency) c) as costs
    from these`);
  return month!;
}

const states = {
  waiting: sql`and m.status in ('queued', 'sending')`,
  sent: sql`and m.status in ('sent', 'delivered')`,
  failed: sql`and m.status = 'failed'`,
};

function narrowed({ channel, state, text }: Omit<MessageQuery, "cursor" | "limit">): SQL {
  const like = text ? anywhere(text) : "";
  return sql`${state ? states[state] : sql``} ${channel ? sql`and m.channel = ${channel}` : sql``}
    ${text ? sql`and (m.to_address ilike ${like} or c.name ilike ${like})` : sql``}`;
}

const after = ({ tenantId }: Scope, cursor: string | undefined): SQL =>
  cursor
    ? sql`and (m.created_at, m.id) < (select o.created_at, o.id from messages o where o.tenant_id = ${tenantId} and o.id = ${cursor})`
    : sql``;
