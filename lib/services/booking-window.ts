import { and, asc, eq, isNull } from "drizzle-orm";
import { services, serviceWindows } from "@/db/schema/services";
import type { BookingPolicy, Channel } from "@/db/schema/tenants";
import type { Scope } from "@/lib/tenancy/scope";
import { neverOpen } from "./rules";

/** How early and how late a service may be booked through a channel, as far as it says so itself. */
export type ServiceWindow = { channel: Channel; noticeMinutes: number | null; horizonDays: number | null };

/** The notice is longer than one may book ahead, so that nothing could be booked, or not this way: the house or a service. */
export type NeverOpen = { refusal: "never_open"; field: string; service?: string };

/** How early and how late the house lets anybody book through a channel; the desk at once and far ahead unless it says so. */
export const houseWindow = (policy: BookingPolicy, channel: Channel) => ({
  ...(channel === "desk" ? atTheDesk : policy),
  ...policy.channels?.[channel],
});

const atTheDesk = { noticeMinutes: 0, horizonDays: 366 };

/** The service's own word about a channel, then the house's. */
export function windowInForce(policy: BookingPolicy, own: readonly ServiceWindow[], channel: Channel) {
  const said = own.find((window) => window.channel === channel);
  const houses = houseWindow(policy, channel);
  return {
    noticeMinutes: said?.noticeMinutes ?? houses.noticeMinutes,
    horizonDays: said?.horizonDays ?? houses.horizonDays,
  };
}

/** Which of a service's windows leaves no time with what the house says; the place in the list, or -1. */
export const shutWindow = (policy: BookingPolicy, own: readonly ServiceWindow[]): number =>
  own.findIndex(
    ({ channel, noticeMinutes, horizonDays }) =>
      (noticeMinutes !== null || horizonDays !== null) && neverOpen(windowInForce(policy, own, channel)),
  );

/** The first service that this policy would shut and the one before did not, by what it says itself. */
export async function shutByPolicy({ tx, tenantId }: Scope, was: BookingPolicy, policy: BookingPolicy) {
  const said = await tx
    .select({
      service: services.name,
      channel: serviceWindows.channel,
      noticeMinutes: serviceWindows.noticeMinutes,
      horizonDays: serviceWindows.horizonDays,
    })
    .from(serviceWindows)
    .innerJoin(services, and(eq(services.tenantId, serviceWindows.tenantId), eq(services.id, serviceWindows.serviceId)))
    .where(and(eq(serviceWindows.tenantId, tenantId), isNull(services.archivedAt)))
    .orderBy(asc(services.position), asc(serviceWindows.channel));
  return said.find((own) => shutWindow(policy, [own]) === 0 && shutWindow(was, [own]) < 0) ?? null;
}
