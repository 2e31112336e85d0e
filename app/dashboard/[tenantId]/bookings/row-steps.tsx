"use client";

import { type ReactNode, useState } from "react";
import { toast } from "sonner";
import { openBookingPanel } from "@/app/_components/bookings/open-booking";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { BookingMove } from "@/db/schema/bookings";
import type { BookingItem } from "@/lib/bookings/list-next";
import { isLate, runsOver } from "@/lib/bookings/rules";
import { formatAgo, formatDayTime, formatMoney, formatTime } from "@/lib/platform/format";
import { HeldUntil } from "./held-until";
import { stepLabels } from "./step-words";
import { useStep } from "./use-step";

/** What waits for a person is answered where it stands: a request, and somebody who has not come yet. */
export function RowSteps({ booking }: { booking: BookingItem }) {
  const say = useSay();
  const { tenant } = useShell();
  const now = useNow();
  if (booking.status === "requested") {
    const until = booking.expiresAt && formatDayTime(booking.expiresAt, tenant.timeZone, say.language);
    return (
      <Steps booking={booking} moves={tenant.role === "staff" ? [] : ["accept"]} mayDecline={tenant.role !== "staff"}>
        {until ? say("Expires {until} if nobody answers", { until }) : null}
      </Steps>
    );
  }
  // What is paid or waived says yes by itself, beside the whole booking.
  if (booking.status === "held" && booking.deposit === "due")
    return (
      <Steps booking={booking} moves={tenant.role === "staff" ? [] : ["release"]}>
        {booking.depositMinor === null
          ? null
          : `${say("{amount} to pay", { amount: formatMoney(booking.depositMinor, booking.currency) })} · `}
        <HeldUntil expiresAt={booking.expiresAt} />
      </Steps>
    );
  if (booking.status === "held")
    return (
      <Steps booking={booking} moves={tenant.role === "staff" ? [] : ["confirm", "release"]}>
        <HeldUntil expiresAt={booking.expiresAt} />
      </Steps>
    );
  if (runsOver(booking, new Date(now))) {
    return (
      <Steps booking={booking} moves={["complete"]}>
        {say("Was to end at {time}. Runs over until now", { time: formatTime(booking.endsAt, tenant.timeZone) })}
      </Steps>
    );
  }
  const heldUp = booking.heldUp ? say("May start late: the one before still runs.") : null;
  if (!isLate(booking, new Date(now))) {
    return heldUp ? (
      <Steps booking={booking} moves={[]}>
        {heldUp}
      </Steps>
    ) : null;
  }
  return (
    <Steps booking={booking} moves={["check_in", "miss"]}>
      {say("Was to begin {ago}. Are they here?", { ago: formatAgo(booking.startsAt, now, say.language) })} {heldUp}
    </Steps>
  );
}

type Props = {
  booking: BookingItem;
  moves: Exclude<BookingMove, "expire">[];
  mayDecline?: boolean;
  children: ReactNode;
};

function Steps({ booking, moves, mayDecline = false, children }: Props) {
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const step = useStep();
  const who = booking.bookedAs ?? booking.customerName;
  const go = async (move: BookingMove) => {
    setBusy(true);
    const not = await step(booking, move);
    if (not) toast(not);
    setBusy(false);
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 pr-4 pb-3 pl-20 md:px-6 md:pl-[calc(1.5rem+7.25rem)] xl:pl-[calc(2rem+7.25rem)]">
      {moves.map((move) => (
        <Button key={move} onClick={() => go(move)} disabled={busy} aria-label={`${say(stepLabels[move])}: ${who}`}>
          {say(stepLabels[move])}
        </Button>
      ))}
      {mayDecline ? (
        // With the reason, beside the whole booking.
        <Button onClick={() => openBookingPanel(booking.id)} aria-label={say("Decline: {who}", { who })}>
          {say("Decline")}
        </Button>
      ) : null}
      <span className="text-quiet tabular-nums">{children}</span>
    </div>
  );
}
