import { and, eq } from "drizzle-orm";
import { messages } from "@/db/schema/notifications";
import { now } from "@/lib/platform/clock";
import { customersOfPhone } from "@/lib/tenancy/doors/customers-of-phone";
import { messagesByProvider } from "@/lib/tenancy/doors/messages-by-provider";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { stopSms } from "./internal/stop-sms";
import { tellAdvertised } from "./internal/tell-advertised";
import { reportInput, stopInput } from "./report-input";

const arrived = new Set(["Success", "Delivered"]);
const lost: Record<string, string> = {
  Failed: "the network could not bring it",
  Rejected: "the network refused it",
  Expired: "the phone was not reached in time",
  AbsentSubscriber: "the phone was not reached in time",
  UserInBlacklist: "they have asked their network for no messages",
};
const hear = { kind: "system", job: "hear-report" } as const;

/**
 * What Africa's Talking says became of a message: anything it has said before or cannot know stays as it is. Answers how
 * many messages it changed. A report that cannot be read changes none.
 */
export async function hearReport(form: URLSearchParams): Promise<number> {
  const read = reportInput.safeParse(Object.fromEntries(form));
  if (!read.success) return 0;
  const { id, status, failureReason } = read.data;
  const why = lost[status];
  if (!arrived.has(status) && !why) return 0;
  let changed = 0;
  for (const { tenantId, messageId } of await messagesByProvider(id))
    changed += await withTenant(tenantId, hear, async (scope) => {
      const rows = await scope.tx
        .update(messages)
        .set(
          why
            ? { status: "failed", failure: failureReason ? `${why} (${failureReason})` : why }
            : { status: "delivered", deliveredAt: now() },
        )
        .where(and(eq(messages.tenantId, tenantId), eq(messages.id, messageId), eq(messages.status, "sent")))
        .returning({ customerId: messages.customerId, template: messages.template });
      tellAdvertised(scope, rows);
      if (status === "UserInBlacklist")
        await stopSms(
          scope,
          rows.flatMap((row) => row.customerId ?? []),
        );
      return rows.length;
    });
  return changed;
}

/** Whoever answers STOP is sent no SMS any more, by no business of this installation. Answers how many customers that were. */
export async function hearStop(form: URLSearchParams): Promise<number> {
  const read = stopInput.safeParse(Object.fromEntries(form));
  if (!read.success) return 0;
  const customers = await customersOfPhone(read.data.phoneNumber);
  for (const { tenantId, customerId } of customers)
    await withTenant(tenantId, hear, (scope) => stopSms(scope, [customerId]));
  return customers.length;
}
