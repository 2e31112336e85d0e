import { eq } from "drizzle-orm";
import { type BookingPolicy, type Channel, tenants } from "@/db/schema/tenants";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { differenceOf } from "@/lib/platform/difference";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { houseWindow, type NeverOpen, type ServiceWindow, shutByPolicy } from "@/lib/services/booking-window";
import { neverOpen } from "@/lib/services/rules";
import { lockPolicy } from "@/lib/tenancy/lock-policy";
import { changeRules } from "@/lib/tenancy/rules-lock";
import type { Scope } from "@/lib/tenancy/scope";
import { withRules } from "./internal/with-rules";
import type { PolicyInput } from "./policy-input";

type Answer = Promise<Result<null, NeverOpen>>;

/** Changes the rules that bookings are judged by from now on; those that stand keep what was accepted. */
export async function setPolicy(scope: Scope, input: PolicyInput): Answer {
  const { tx, tenantId } = scope;
  await changeRules(scope);
  const was = await lockPolicy(scope);
  const policy = withRules(was, input);
  const shut = channels.find((channel) => neverOpen(houseWindow(policy, channel)));
  if (shut) return refuse("never_open", { field: fieldOf(policy, shut) });
  const service = await shutByPolicy(scope, was, policy);
  if (service) return refuse("never_open", { field: fieldBeside(policy, service), service: service.service });
  const { before, after } = differenceOf<Record<string, unknown>>(spelledOut(was), spelledOut(policy));
  if (Object.keys(after).length === 0) return ok(null);
  await tx.update(tenants).set({ policy }).where(eq(tenants.id, tenantId));
  recordEvent(scope, { name: "policy.changed", tenantId });
  await recordAudit(scope, { action: "policy.changed", entity: "tenant", entityId: tenantId, before, after });
  return ok(null);
}

const channels = ["public", "api", "desk"] as const satisfies readonly Channel[];

/** What says so: the way's own word, or the house's. */
function fieldOf(policy: BookingPolicy, channel: Channel): string {
  const own = policy.channels?.[channel] ?? {};
  const said = (["noticeMinutes", "horizonDays"] as const).find((name) => own[name] !== undefined);
  return said ? `channels.${channel}.${said}` : "noticeMinutes";
}

/** The house's half where the other one is a service's own. */
function fieldBeside(policy: BookingPolicy, { channel, noticeMinutes }: ServiceWindow): string {
  const name = noticeMinutes === null ? "noticeMinutes" : "horizonDays";
  return channel === "desk" || policy.channels?.[channel]?.[name] !== undefined ? `channels.${channel}.${name}` : name;
}

/** With what is so when nothing is said, so that a change can be told from and to. */
const spelledOut = ({ openOnHolidays: _, ...policy }: BookingPolicy): Record<string, unknown> => ({
  ...policy,
  anyStaff: policy.anyStaff ?? "order",
  gapAware: policy.gapAware ?? false,
  visitsPerDay: policy.visitsPerDay ?? null,
  channels: policy.channels ?? null,
  deposits: policy.deposits ?? null,
});
