import { sql } from "drizzle-orm";
import { isBrowserTheirs } from "@/lib/customers/reached";
import { now } from "@/lib/platform/clock";
import { inWords, log } from "@/lib/platform/log";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { type Sent, settleSent } from "./internal/settle-sent";
import { outlived } from "./internal/still-wanted";
import { sendQueuedMessages } from "./send-messages";
import { letRest, restsUntil, worksAgain } from "./transports/breaker";
import { patienceWithWayMs, transportOf, waysOut } from "./transports/choose";
import { type Letter, type Outcome, patienceMs } from "./transports/transport";

const atOnce = 10;
/** One business's hundreds let others between: so many handfuls a job. */
const handfuls = 4;
const system = { kind: "system", job: "deliver" } as const;

/**
 * Takes a business's messages out of the house, in handfuls: marked as being sent, sent in no transaction, and what became
 * of them written down. A process that dies in between leaves them marked, and they go once more when that has run out:
 * a message may come twice then, never not at all. Answers whether there may be more.
 */
export async function deliver(tenantId: string): Promise<boolean> {
  for (let n = 0; n < handfuls; n++) {
    const letters = await withTenant(tenantId, system, async (scope) => {
      await sendQueuedMessages(scope);
      return claim(scope);
    });
    if (letters.length === 0) return false;
    const sent = await Promise.all(letters.map(sendOne));
    await withTenant(tenantId, system, (scope) => settleSent(scope, sent));
  }
  return true;
}

export type Claimed = Letter & {
  tries: number;
  createdAt: string;
  template: string;
  customerId: string | null;
  dedupeKey: string;
  secret: boolean;
};

/**
 * Those whose time has come and whose way works, oldest first; those that have outlived their use are laid aside. Where a
 * way is shut, those that have waited long: they may have another one, and whoever found it shut was somebody else.
 */
async function claim(scope: Scope): Promise<Claimed[]> {
  const { open, shut } = waysOut();
  if (open.length + shut.length === 0) return [];
  const at = now();
  const long = new Date(at.getTime() - patienceWithWayMs);
  // Longer than the slowest handful: who waits for a connection is waited for.
  const lease = new Date(at.getTime() + 15 * patienceMs);
  return scope.tx.execute<Claimed>(sql`
    with ready as (
      select m.tenant_id, m.id, ${outlived()} as why from messages m
      where m.tenant_id = ${scope.tenantId} and m.status in ('queued', 'sending') and m.next_try_at <= ${at.toISOString()}
        and (m.channel = any(${`{${open.join(",")}}`}::text[])
          or (m.channel = any(${`{${shut.join(",")}}`}::text[]) and m.created_at < ${long.toISOString()}))
      order by m.next_try_at, m.id limit ${atOnce} for update skip locked
    ), useless as (
      update messages m set status = 'failed', failure = s.why, body = case when m.secret_until is null then m.body else '' end
      from ready s where m.tenant_id = s.tenant_id and m.id = s.id and s.why is not null
    ), taken as (
      update messages m set status = 'sending', tries = m.tries + 1, next_try_at = ${lease.toISOString()}
      from ready s where m.tenant_id = s.tenant_id and m.id = s.id and s.why is null returning m.*
    )
    select m.id, m.channel, m.to_address as "to", m.subject, m.body, m.tries, m.created_at as "createdAt", m.template, m.customer_id as "customerId",
      m.dedupe_key as "dedupeKey", m.secret_until is not null as secret, t.name as house,
      coalesce(w.from_name, '') as "fromName", coalesce(nullif(w.reply_to, ''), t.email, '') as "replyTo",
      (select json_build_object('endpoint', p.endpoint, 'p256dh', p.p256dh, 'auth', p.auth) from (
        select tenant_id, id, endpoint, p256dh, auth from push_subscriptions
        union all select p.tenant_id, p.id, p.endpoint, p.p256dh, p.auth from customer_browsers p where ${isBrowserTheirs()}
      ) p where m.channel = 'push' and p.tenant_id = m.tenant_id and p.id::text = m.to_address) as browser
    from taken m join tenants t on t.id = m.tenant_id left join message_settings w on w.tenant_id = m.tenant_id
    order by m.created_at, m.id`);
}

async function sendOne(letter: Claimed): Promise<Sent> {
  const transport = transportOf(letter.channel)!;
  // Another one of the same handful has found out meanwhile.
  if (restsUntil(transport.name)) return { letter, transport: transport.name, outcome: { kind: "down", why: "" } };
  const outcome = await transport.send(letter).catch((error): Outcome => ({ kind: "later", why: inWords(error) }));
  if (outcome.kind === "down") {
    letRest(transport.name);
    log().warn({ transport: transport.name, why: outcome.why }, "messages do not leave for now");
  } else if (outcome.kind === "accepted") worksAgain(transport.name);
  return { letter, transport: transport.name, outcome };
}
