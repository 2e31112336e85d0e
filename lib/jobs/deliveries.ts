import { platformPool } from "@/db/platform-client";
import type { OutgoingMessage } from "@/lib/notifications/queue-message";
import { keptChannels, patienceWithWayMs, transportOf, waysOut } from "@/lib/notifications/transports/choose";
import { now } from "@/lib/platform/clock";

const atOnce = 200;
/** One at a time, so that there is always somebody for what is not a message; a business's next one waits behind others'. */
const job =
  "graphile_worker.add_job('deliver', json_build_object('tenantId', id), queue_name := 'deliver', job_key := concat_ws(' ', id, 'deliver'), max_attempts := 3)";

/** What leaves the house: not what the outbox keeps. */
export const leaves = ({ channel }: Pick<OutgoingMessage, "channel">): boolean => transportOf(channel) !== null;

/** What a transaction has queued leaves the house in a job of its own. */
export async function deliverSoon(tenantId: string): Promise<void> {
  await platformPool().query({
    name: "deliver-soon",
    text: `select ${job} from (select $1::uuid as id) t`,
    values: [tenantId],
  });
}

/**
 * Wherever a message's time has come: what is tried again, what was quiet until now, what a dead process had in its hands, and
 * what has waited so long for its way that it may go another one.
 */
export async function queueDeliveries(): Promise<void> {
  const { open, shut } = waysOut();
  const at = now();
  const long = new Date(at.getTime() - patienceWithWayMs);
  await platformPool().query({
    name: "queue-deliveries",
    text: `
      select ${job} from (
        select t.id from tenants t where exists (
          select from messages m where m.tenant_id = t.id and m.status in ('queued', 'sending') and m.next_try_at <= $1
            and (m.channel = any($2::text[]) or (m.channel = any($3::text[]) and m.created_at < $4)))
          and not exists (select from graphile_worker.jobs j where j.key = concat_ws(' ', t.id, 'deliver'))
        limit $5
      ) t`,
    values: [at, [...keptChannels(), ...open], shut, long, atOnce],
  });
}
