import { and, asc, eq } from "drizzle-orm";
import { serviceWindows } from "@/db/schema/services";
import type { Channel } from "@/db/schema/tenants";
import type { Scope } from "@/lib/tenancy/scope";

export type ServiceWindow = { channel: Channel; noticeMinutes: number | null; horizonDays: number | null };

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
