import { sql } from "drizzle-orm";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId, sha256 } from "@/lib/platform/ids";
import { seal } from "@/lib/platform/seal";
import { tenantOfToken } from "@/lib/tenancy/doors/tenant-of-token";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { isSafaricom } from "./internal/addresses";
import { callbackPlace, readCallbacksOf } from "./internal/read-one";

/** More than any callback has. */
export const mostCallbackBytes = 32 * 1024;

/** Which payment was heard of. */
export type Heard = { tenantId: string; paymentId: string };

const actor = { kind: "system", job: "payment callback" } as const;
/** Whoever knows the address cannot fill the table with it. */
const mostBodies = 50;

/**
 * Keeps what was posted to a payment's address as it came, and leaves the reading to a job: it is posted once, and what
 * is not kept now is lost. Null when the address is nobody's.
 */
export async function hearCallback(token: string, body: Buffer, address: string): Promise<Heard | null> {
  const owner = /^[0-9a-f]{32}$/.test(token) ? await tenantOfToken(token) : null;
  if (owner?.kind !== "payment") return null;
  const { tenantId, subjectId: paymentId } = owner;
  const listed = isSafaricom(address);
  await withTenant(tenantId, actor, async (scope) => {
    const sealed = seal(body.toString("utf8"), callbackPlace(tenantId, paymentId));
    const [kept] = await scope.tx.execute<{ times: number }>(sql`
      insert into payment_callbacks as c (tenant_id, id, payment_id, hash, sealed, listed, created_at)
      select ${tenantId}, ${newId()}, ${paymentId}, ${sha256(`${listed} ${sha256(body)}`)}, ${sealed}, ${listed}, ${now().toISOString()}
      where (select count(*) from payment_callbacks where tenant_id = ${tenantId} and payment_id = ${paymentId}) < ${mostBodies}
      on conflict (tenant_id, payment_id, hash) do update set times = least(c.times + 1, 1000)
      returning times`);
    if (kept?.times === 1) recordEvent(scope, { name: "payment.answered", paymentId });
  });
  return { tenantId, paymentId };
}

/**
 * Reads what was heard as soon as it is answered: a desk waits for it, and where the processor is busy with other things
 * jobs come last. The job finds nothing left to read, or reads it when this did not.
 */
export const readHeard = ({ tenantId, paymentId }: Heard): Promise<void> =>
  withTenant(tenantId, actor, (scope) => readCallbacksOf(scope, paymentId));
