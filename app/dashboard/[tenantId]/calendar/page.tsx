import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { may } from "@/lib/auth/permissions";
import { readCalendar } from "@/lib/bookings/calendar";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { listServices } from "@/lib/services/list-services";
import { findTenant } from "@/lib/tenancy/doors/find-tenant";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { DeskPanel } from "../bookings/desk-panel";
import { deskServices } from "../bookings/desk-services";
import { CalendarBooking } from "./calendar-booking";
import { CalendarView } from "./calendar-view";
import { calendarKey, datesOf, readShown } from "./shown";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Calendar") };
}

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CalendarPage({ params, searchParams }: Props) {
  const { tenantId } = await params;
  const { actor, membership } = await requireMember(tenantId, "bookings.see");
  const asked = await searchParams;
  const today = localDate(now(), (await findTenant(membership.slug))?.timeZone ?? "UTC");
  const shown = readShown({ get: (name) => [asked[name]].flat()[0] ?? null }, today);
  const mayPlace = may(membership.role, "bookings.place");
  const [calendar, named, services] = await readTenant(tenantId, actor, async (scope) => [
    await readCalendar(scope, datesOf(shown)),
    await listServices(scope),
    mayPlace ? await deskServices(scope) : [],
  ]);
  return (
    <SWRConfig value={{ fallback: { [calendarKey(tenantId, shown)]: calendar } }}>
      <RenderedAt position={calendar.position} />
      <CalendarView services={named.map(({ id, name, category }) => ({ id, name, category }))} />
      <DeskPanel />
      {mayPlace ? <CalendarBooking services={services} /> : null}
    </SWRConfig>
  );
}
