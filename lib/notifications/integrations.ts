import { sql } from "drizzle-orm";
import type { MessageChannel, MessageStatus } from "@/db/schema/notifications";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { transportOf } from "./transports/choose";
import type { Transport } from "./transports/transport";

export type Way = {
  /** `outbox`: nothing leaves this machine. */
  transport: "outbox" | Transport["name"];
  /** Something did not go a moment ago, and is tried again then. */
  restsUntil: string | null;
  /** What waits to go this way, and for how long the oldest has been due, in seconds. */
  waiting: number;
  lateSeconds: number;
};

export type TestMessage = {
  id: string;
  channel: MessageChannel;
  to: string;
  status: MessageStatus;
  failure: string;
  at: string;
};

export type Integrations = {
  sms: Way;
  email: Way;
  /** When something last looked for work, as an instant; null when nothing ever has. */
  workerAt: string | null;
  /** On Vercel there is none: requests and the cron do its work. */
  hasWorker: boolean;
  callback: string;
  tests: TestMessage[];
  position: string;
};

/** What takes this business's messages out of the house and whether it works, and what it was tried with last. */
export async function getIntegrations(scope: Scope): Promise<Integrations> {
  const head = await headOf(scope);
  const at = now();
  const [worker] = await scope.tx.execute<{ beat: string | null }>(
    sql`select max(beat_at) as beat from worker_heartbeats`,
  );
  const waiting = await scope.tx.execute<{
    channel: MessageChannel;
    many: number;
    since: string;
    again: string | null;
  }>(sql`
    select channel, count(*)::int as many, min(created_at) as since,
      min(next_try_at) filter (where failure <> '') as again
    from messages
    where tenant_id = ${scope.tenantId} and status in ('queued', 'sending')
      and (next_try_at <= ${at.toISOString()} or failure <> '')
    group by channel`);
  const tests = await scope.tx.execute<TestMessage>(sql`
    select id, channel, to_address as "to", status, failure, created_at as at from messages
    where tenant_id = ${scope.tenantId} and template = 'test-message' order by created_at desc, id desc limit 3`);
  const wayOf = (channel: MessageChannel): Way => {
    const transport = transportOf(channel);
    const stands = waiting.find((one) => one.channel === channel);
    return {
      transport: transport?.name ?? "outbox",
      restsUntil: stands?.again ? new Date(stands.again).toISOString() : null,
      waiting: stands?.many ?? 0,
      lateSeconds: stands ? Math.max(0, Math.round((at.getTime() - Date.parse(stands.since)) / 1000)) : 0,
    };
  };
  return {
    sms: wayOf("sms"),
    email: wayOf("email"),
    workerAt: worker?.beat ? new Date(worker.beat).toISOString() : null,
    hasWorker: env().RUNTIME === "node",
    callback: env().MPESA_CALLBACK_URL,
    tests: tests.map((test) => ({ ...test, at: new Date(test.at).toISOString() })),
    position: writePosition(head),
  };
}
