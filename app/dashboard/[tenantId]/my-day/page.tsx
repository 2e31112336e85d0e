import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { readMyDay } from "@/lib/bookings/my-day";
import { myEarnings } from "@/lib/payroll/my-earnings";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { listTimeOff } from "@/lib/staff/list-time-off";
import { timeOffQuery } from "@/lib/staff/time-off-input";
import { findTenant } from "@/lib/tenancy/doors/find-tenant";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { DeskPanel } from "../bookings/desk-panel";
import { NotLinked } from "../not-linked";
import { earningsKey } from "../payroll/payroll-keys";
import { timeOffKey } from "../time-off/time-off-key";
import { myDayKey, shownDate } from "./my-day-key";
import { MyDayView } from "./my-day-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("My day") };
}

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MyDayPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor, membership } = await requireMember(tenantId, "calendar.own");
  const { staffId } = membership;
  if (!staffId)
    return (
      <>
        <PageHeader title={say("My day")} />
        <PageBody className="px-4 md:px-6 xl:pl-8">
          <NotLinked />
        </PageBody>
      </>
    );
  const asked = await searchParams;
  const today = localDate(now(), (await findTenant(membership.slug))?.timeZone ?? "UTC");
  const date = shownDate({ get: (name) => [asked[name]].flat()[0] ?? null }, today);
  const [day, timeOff, earned] = await readTenant(tenantId, actor, async (scope) => [
    await readMyDay(scope, staffId, date),
    await listTimeOff(scope, timeOffQuery.parse({ staff: staffId })),
    await myEarnings(scope, staffId, date),
  ]);
  const fallback = {
    [myDayKey(tenantId, date)]: day,
    [timeOffKey(tenantId, { staff: staffId })]: timeOff,
    [earningsKey(tenantId, date)]: earned,
  };
  return (
    <SWRConfig value={{ fallback }}>
      <RenderedAt position={day.position} />
      <MyDayView />
      <DeskPanel />
    </SWRConfig>
  );
}
