import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { CopyLinkButton } from "@/app/_components/bookings/copy-link-button";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { dailyStats } from "@/lib/analytics/daily-stats";
import { dayStats } from "@/lib/analytics/day-stats";
import { may } from "@/lib/auth/permissions";
import { listNext } from "@/lib/bookings/list-next";
import { listWaiting } from "@/lib/bookings/list-waiting";
import { getSetup } from "@/lib/setup/get-setup";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { DeskPanel } from "../bookings/desk-panel";
import { DayCharts } from "../day-charts";
import { Latest } from "../latest";
import { NextBookings } from "../next-bookings";
import { Numbers } from "../numbers";
import { SetupList } from "../setup-list";
import { TodayDate } from "../today-date";
import { dailyStatsKey, nextBookingsKey, nextShown, setupKey, statsKey, waitingKey } from "../today-keys";
import { WaitingForYou } from "../waiting";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Today") };
}

export default async function TodayPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor, membership } = await requireMember(tenantId, "today.see");
  const seesReports = may(membership.role, "reports.see");
  const [stats, next, waiting, days, setup] = await readTenant(tenantId, actor, (scope) =>
    Promise.all([
      dayStats(scope),
      listNext(scope, { limit: nextShown }),
      listWaiting(scope),
      seesReports ? dailyStats(scope) : null,
      may(membership.role, "settings.manage") ? getSetup(scope) : null,
    ]),
  );
  const fallback = {
    [statsKey(tenantId)]: stats,
    [nextBookingsKey(tenantId)]: next,
    [waitingKey(tenantId)]: waiting,
    ...(days ? { [dailyStatsKey(tenantId)]: days } : {}),
    ...(setup ? { [setupKey(tenantId)]: setup } : {}),
  };
  return (
    <SWRConfig value={{ fallback }}>
      <RenderedAt position={stats.position} />
      <PageHeader title={say("Today")} about={<TodayDate />} action={<CopyLinkButton kind="primary" />} />
      <PageBody className="flex flex-col">
        <SetupList />
        <Numbers />
        <WaitingForYou />
        {seesReports ? <DayCharts /> : null}
        <div className="grid flex-1 content-start border-t xl:grid-cols-[minmax(0,1fr)_21rem] xl:content-stretch">
          <NextBookings />
          <Latest />
        </div>
      </PageBody>
      <DeskPanel />
    </SWRConfig>
  );
}
