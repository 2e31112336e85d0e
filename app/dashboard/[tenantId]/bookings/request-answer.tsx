"use client";

import { useState } from "react";
import { toast } from "sonner";
import { openBookingPanel } from "@/app/_components/bookings/open-booking";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import type { BookingItem } from "@/lib/bookings/list-next";
import { formatDayTime } from "@/lib/platform/format";
import { useStep } from "./use-step";

/** A request is answered where it stands; declining asks for the reason beside the whole booking. */
export function RequestAnswer({ booking }: { booking: BookingItem }) {
  const { tenant } = useShell();
  const [busy, setBusy] = useState(false);
  const step = useStep();
  const accept = async () => {
    setBusy(true);
    const not = await step(booking, "accept");
    if (not) toast(not);
    setBusy(false);
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 pr-4 pb-3 pl-20 md:px-6 md:pl-[calc(1.5rem+7.25rem)] xl:pl-[calc(2rem+7.25rem)]">
      {tenant.role === "staff" ? null : (
        <>
          <Button onClick={accept} disabled={busy} aria-label={`Accept ${booking.customerName}`}>
            Accept
          </Button>
          <Button onClick={() => openBookingPanel(booking.id)} aria-label={`Decline ${booking.customerName}`}>
            Decline
          </Button>
        </>
      )}
      {booking.expiresAt ? (
        <span className="text-quiet tabular-nums">
          Expires {formatDayTime(booking.expiresAt, tenant.timeZone)} if nobody answers
        </span>
      ) : null}
    </div>
  );
}
