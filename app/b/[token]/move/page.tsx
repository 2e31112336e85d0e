import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { Frame } from "@/app/book/_parts/frame";
import { guest, type Query, single } from "@/app/book/_parts/tenant";
import { readablePhone } from "@/app/book/_parts/words";
import { getTicket } from "@/lib/bookings/get-ticket";
import { listMoveTimes } from "@/lib/bookings/list-move-times";
import { mayMove } from "@/lib/bookings/rules";
import { addDays, isDate, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { formatDay, formatDayTime } from "@/lib/platform/format";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { MoveForm } from "./move-form";

export const metadata: Metadata = { title: "Change time", robots: { index: false, follow: false } };

type Props = { params: Promise<{ token: string }>; searchParams: Promise<Query> };

const daysAhead = 14;

export default async function MovePage({ params, searchParams }: Props) {
  const { token } = await params;
  const ticket = await getTicket(token);
  if (!ticket) notFound();
  if (!mayMove(ticket, "customer", now())) redirect(`/b/${token}`);
  const { tenant, startsAt } = ticket;
  const today = localDate(now(), tenant.timeZone);
  const asked = single(await searchParams, "day");
  const day = isDate(asked) && asked >= today ? asked : localDate(new Date(startsAt), tenant.timeZone);
  const dates = { from: day, to: addDays(day, daysAhead - 1) };
  const { slots, byAnybody } = await readTenant(tenant.id, guest, async (scope) => {
    const asked = { id: ticket.id, dates, channel: "public" } as const;
    const same = await listMoveTimes(scope, asked);
    if (same.ok && same.value.length > 0) return { slots: same.value, byAnybody: false };
    // Whoever was to do it is away, or no longer here: somebody else who can.
    const others = await listMoveTimes(scope, { ...asked, staffId: "any" });
    return { slots: others.ok ? others.value : [], byAnybody: true };
  });
  const free = slots.filter((slot) => slot.startsAt !== startsAt);
  const dateOf = (slot: { startsAt: string }) => localDate(new Date(slot.startsAt), tenant.timeZone);
  const thatDay = free.filter((slot) => dateOf(slot) === day);
  const next = free.find((slot) => dateOf(slot) > day);
  const words = (date: string) => formatDay(`${date}T12:00:00Z`, "UTC");
  return (
    <Frame tenant={tenant}>
      <div className="grid max-w-[28rem] gap-5 pb-12">
        <div>
          <h1 className="text-xl">Change time</h1>
          <p className="mt-1 text-quiet">
            Now: {formatDayTime(startsAt, tenant.timeZone)}. It stays there until you choose another time.
          </p>
        </div>
        <form className="flex items-end gap-2">
          <label className="grid min-w-0 flex-1 gap-1">
            <span className="text-sm text-quiet">Day</span>
            <input
              type="date"
              name="day"
              defaultValue={day}
              min={today}
              className="h-11 w-full rounded-control border border-edge bg-surface px-3"
            />
          </label>
          <button
            type="submit"
            className="h-11 rounded-control border border-edge bg-surface px-4 font-medium hover:bg-wash"
          >
            Show
          </button>
        </form>
        {thatDay.length > 0 ? (
          <>
            {byAnybody ? (
              <p>Whoever was to do it has no time in these two weeks, so these are with somebody else.</p>
            ) : null}
            <MoveForm token={token} from={startsAt} slots={thatDay} timeZone={tenant.timeZone} byAnybody={byAnybody} />
          </>
        ) : (
          <div role="status">
            <p className="font-medium">Nothing else is free on {words(day)}</p>
            {next ? (
              <Link
                href={`/b/${token}/move?day=${dateOf(next)}`}
                prefetch={false}
                className="mt-3 inline-flex h-11 items-center rounded-control border border-edge bg-surface px-4 font-medium hover:bg-wash"
              >
                Go to {words(dateOf(next))}
              </Link>
            ) : (
              <p className="mt-1 text-quiet">Please choose a later day, or call {readablePhone(tenant.phone)}.</p>
            )}
          </div>
        )}
        <Link href={`/b/${token}`} prefetch={false} className="text-quiet underline decoration-edge underline-offset-4">
          Leave it as it is
        </Link>
      </div>
    </Frame>
  );
}
