import { and, eq, inArray, sql } from "drizzle-orm";
import { customerBrowsers, messages, pushSubscriptions } from "@/db/schema/notifications";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { calmTime } from "../calm-time";
import type { Claimed } from "../deliver";
import { isCalm } from "../rules";
import { restsUntil } from "../transports/breaker";
import { patienceWithWayMs } from "../transports/choose";
import type { Outcome } from "../transports/transport";
import { byAnotherWay } from "./by-another-way";
import { stopSms } from "./stop-sms";
import { tellAdvertised } from "./tell-advertised";

export type Sent = { letter: Claimed; transport: string; outcome: Outcome };

const minute = 60_000;
/** After each try, so long until the next. */
const waits = [0.5, 2, 5, 15, 60, 240].map((minutes) => minutes * minute);

/** Writes down what became of messages that a transport had in its hands: gone, by another way, or once more. */
export async function settleSent(scope: Scope, all: readonly Sent[]): Promise<void> {
  const stuck: Sent[] = [];
  for (const sent of all) {
    const { outcome } = sent;
    if (outcome.kind === "accepted") await markAccepted(scope, sent, outcome);
    else stuck.push(sent);
  }
  const otherwise = await byAnotherWay(
    scope,
    stuck.filter((sent) => isGone(sent) || waitsLong(sent)).map(({ letter }) => letter),
  );
  for (const sent of stuck)
    if (isGone(sent) || otherwise.has(sent.letter.id)) await fail(scope, sent);
    else await tryAgain(scope, sent);
  tellAdvertised(
    scope,
    all.map(({ letter }) => letter),
  );
  await forgetBrowsers(scope, stuck);
  await stopSms(
    scope,
    stuck.flatMap(({ outcome, letter }) =>
      outcome.kind === "refused" && outcome.optedOut && letter.customerId ? [letter.customerId] : [],
    ),
  );
}

/** A browser that has been cleaned, or whose owner said no there, is gone for good. */
async function forgetBrowsers({ tx, tenantId }: Scope, stuck: readonly Sent[]): Promise<void> {
  const ids = stuck.flatMap(({ outcome, letter }) =>
    letter.channel === "push" && outcome.kind === "refused" ? [letter.to] : [],
  );
  if (ids.length === 0) return;
  for (const kept of [pushSubscriptions, customerBrowsers])
    await tx.delete(kept).where(and(eq(kept.tenantId, tenantId), inArray(kept.id, ids)));
}

const isGone = ({ outcome, letter }: Sent) =>
  outcome.kind === "refused" || (outcome.kind === "later" && letter.tries > waits.length);
const waitsLong = ({ letter }: Sent) => now().getTime() - Date.parse(letter.createdAt) > patienceWithWayMs;

const one = ({ tenantId }: Scope, { letter }: Sent) =>
  and(eq(messages.tenantId, tenantId), eq(messages.id, letter.id), eq(messages.status, "sending"));

const markAccepted = (scope: Scope, sent: Sent, outcome: Extract<Outcome, { kind: "accepted" }>) =>
  scope.tx
    .update(messages)
    .set({
      status: "sent",
      transport: sent.transport,
      sentAt: now(),
      providerId: outcome.providerId ?? null,
      segments: outcome.segments ?? null,
      costMinor: outcome.cost?.minor ?? null,
      costCurrency: outcome.cost?.currency ?? null,
      failure: "",
    })
    .where(one(scope, sent));

async function tryAgain(scope: Scope, sent: Sent): Promise<void> {
  const { letter, transport } = sent;
  const why = whyOf(sent);
  const soonest = restsUntil(transport) ?? new Date(now().getTime() + waits[Math.min(letter.tries, waits.length) - 1]!);
  const at = isCalm(letter.template) ? await calmTime(scope, soonest) : soonest;
  await scope.tx
    .update(messages)
    .set({
      status: "queued",
      nextTryAt: at,
      // Where nothing goes this way no message is the poorer for having been tried.
      ...(sent.outcome.kind === "down" ? { tries: letter.tries - 1 } : {}),
      ...(why === "" ? {} : { failure: why }),
    })
    .where(one(scope, sent));
}

const whyOf = ({ outcome }: Sent): string => (outcome.kind === "accepted" ? "" : outcome.why);

const fail = (scope: Scope, sent: Sent) =>
  scope.tx
    .update(messages)
    .set({
      status: "failed",
      transport: sent.transport,
      failure: whyOf(sent) || "it could not go this way",
      // A code that does not go lies nowhere.
      body: sql`case when ${messages.secretUntil} is null then ${messages.body} else '' end`,
      secretUntil: null,
    })
    .where(one(scope, sent));
