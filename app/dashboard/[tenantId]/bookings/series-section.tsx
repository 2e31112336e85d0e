"use client";

import { ChevronDown, Repeat2 } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { bookingAddress, openBooking } from "@/app/_components/bookings/open-booking";
import { StatusBadge } from "@/app/_components/bookings/status-badge";
import { useAct } from "@/app/_components/data/use-act";
import { wayBack } from "@/app/_components/data/way-back";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { BookingFacts } from "@/lib/bookings/get-booking";
import { obstacleTo } from "@/lib/bookings/rules";
import { formatDayTime } from "@/lib/platform/format";
import { ReasonForm } from "./reason-form";
import { cancelRest, takeBackRest } from "./series-actions";

type Props = { booking: BookingFacts; series: NonNullable<BookingFacts["series"]> };

/** Which of how many it is, with the others at hand. */
export function SeriesSection({ booking, series }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const place = series.bookings.findIndex(({ id }) => id === booking.id);
  return (
    <details className="group border-y">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 px-2 -outline-offset-2 hover:bg-wash [&::-webkit-details-marker]:hidden">
        <Repeat2 aria-hidden className="size-4 shrink-0 text-quiet" />
        <span className="tabular-nums">
          {say("{place} of {many}, {weeks, plural, one {every week} other {every {weeks} weeks}}", {
            place: place + 1,
            many: series.bookings.length,
            weeks: series.weeks,
          })}
        </span>
        <ChevronDown aria-hidden className="ml-auto size-4 text-quiet group-open:rotate-180" />
      </summary>
      <div className="grid gap-4 pb-4">
        <ol aria-label={say("All of the series")} className="divide-y">
          {series.bookings.map(({ id, startsAt, status }) => (
            <li key={id}>
              <a
                href={bookingAddress(id)}
                onClick={(event) => openBooking(event, id)}
                aria-current={id === booking.id ? "true" : undefined}
                className="flex min-h-11 items-center justify-between gap-3 px-2 -outline-offset-2 hover:bg-wash aria-[current]:bg-wash"
              >
                <span className="tabular-nums">{formatDayTime(startsAt, tenant.timeZone, say.language)}</span>
                <StatusBadge status={status} />
              </a>
            </li>
          ))}
        </ol>
        <CancelRest booking={booking} series={series} />
      </div>
    </details>
  );
}

/** It and those after it, as long as there are any that can still be cancelled. */
function CancelRest({ booking, series }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const at = new Date(useNow());
  const act = useAct("bookings");
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const { timeZone } = tenant;
  // No visit is longer than its series is apart: when one begins says enough about when it is over.
  const isLeft = ({ startsAt, status }: Props["series"]["bookings"][number]) =>
    obstacleTo("cancel", { startsAt, endsAt: startsAt, status, timeZone }, "desk", at) === null;
  const rest = series.bookings.filter((one) => one.startsAt >= booking.startsAt && isLeft(one));
  if (!tenant.may.includes("bookings.place") || rest.length < 2 || rest[0]?.id !== booking.id) return null;
  const cancel = async (reason: string) => {
    setBusy(true);
    const answer = await act((tenantId) =>
      cancelRest(tenantId, {
        id: booking.id,
        from: booking.status,
        following: rest.map(({ id }) => id),
        ...(reason ? { reason } : {}),
      }),
    );
    setBusy(false);
    setProblem(
      answer.ok
        ? ""
        : answer.fields?.reason?.[0]
          ? say("The reason {fault}.", { fault: say.known(answer.fields.reason[0]) })
          : answer.problem,
    );
    if (!answer.ok) return;
    setAsking(false);
    const { steps } = answer.value;
    const undo = async () => {
      const undone = await act((tenantId) => takeBackRest(tenantId, { steps }));
      toast(undone.ok ? say("Taken back") : undone.problem);
    };
    toast(
      say("{count} bookings of {who} are cancelled", {
        count: steps.length,
        who: booking.bookedAs ?? booking.customerName,
      }),
      wayBack(say, undo),
    );
  };
  if (asking)
    return (
      <ReasonForm
        word={say("Cancel these {count}", { count: rest.length })}
        busy={busy}
        problem={problem}
        onGo={(reason) => void cancel(reason)}
        onLeave={() => setAsking(false)}
      />
    );
  return (
    <Button size="large" kind="bare" className="-ml-2 justify-self-start text-danger" onClick={() => setAsking(true)}>
      {say("Cancel this and the following")}
    </Button>
  );
}
