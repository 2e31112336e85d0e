import { and, asc, eq } from "drizzle-orm";
import { serviceWindows } from "@/db/schema/services";
import { lockPolicy } from "@/lib/tenancy/lock-policy";
import type { Scope } from "@/lib/tenancy/scope";
import { type NeverOpen, type ServiceWindow, shutWindow } from "../booking-window";

/** How early and how late a service may be booked, by channel, where that differs from the house's rule. */
export const windowsOf = ({ tx, tenantId }: Scope, serviceId: string): Promise<ServiceWindow[]> =>
  tx
    .select({
      channel: serviceWindows.channel,
      noticeMinutes: serviceWindows.noticeMinutes,
      horizonDays: serviceWindows.horizonDays,
    })
    .from(serviceWindows)
    .where(and(eq(serviceWindows.tenantId, tenantId), eq(serviceWindows.serviceId, serviceId)))
    .orderBy(asc(serviceWindows.channel));

/** Whether one of them leaves no time with what the house says, which nobody changes from here on. */
export async function shutByHouse(scope: Scope, windows: readonly ServiceWindow[]): Promise<NeverOpen | null> {
  if (!windows.some(saysSomething)) return null;
  const shut = shutWindow(await lockPolicy(scope), windows);
  const name = windows[shut]?.noticeMinutes === null ? "horizonDays" : "noticeMinutes";
  return shut < 0 ? null : { refusal: "never_open", field: `windows.${shut}.${name}` };
}

/** These and no others; one that says nothing is none. */
export async function setWindows(scope: Scope, serviceId: string, windows: readonly ServiceWindow[]): Promise<void> {
  const { tx, tenantId } = scope;
  await tx
    .delete(serviceWindows)
    .where(and(eq(serviceWindows.tenantId, tenantId), eq(serviceWindows.serviceId, serviceId)));
  const rows = windows.filter(saysSomething).map((window) => ({ tenantId, serviceId, ...window }));
  if (rows.length > 0) await tx.insert(serviceWindows).values(rows);
}

const saysSomething = ({ noticeMinutes, horizonDays }: ServiceWindow) => noticeMinutes !== null || horizonDays !== null;

/** `api: 120 min before; public: 60 days ahead`, one order for one list; `as the house` for none. */
export const windowWords = (windows: readonly ServiceWindow[]): string =>
  windows
    .filter(saysSomething)
    .map(({ channel, noticeMinutes, horizonDays }) => {
      const said = [
        noticeMinutes === null ? "" : `${noticeMinutes} min before`,
        horizonDays === null ? "" : `${horizonDays} days ahead`,
      ];
      return `${channel}: ${said.filter(Boolean).join(", ")}`;
    })
    .sort()
    .join("; ") || "as the house";
