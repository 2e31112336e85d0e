"use client";

import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/app/_components/ui/button";
import type { OddDay } from "@/lib/payments/list-inbox";
import { formatCalendarDate, formatMoney } from "@/lib/platform/format";
import { explain } from "../actions";
import { NoteForm } from "../note-form";
import { LineFrame } from "./line-frame";

/** A day on which M-Pesa's list and the books do not say the same. */
export function DayLine({ day: { day, listedMinor, writtenMinor }, currency }: { day: OddDay; currency: string }) {
  const [open, setOpen] = useState(false);
  const off = listedMinor - writtenMinor;
  const name = formatCalendarDate(day);
  return (
    <LineFrame
      amount={formatMoney(Math.abs(off), currency)}
      title={off > 0 ? `more came on ${name} than is written down` : `less came on ${name} than is written down`}
      about={
        <>
          M-Pesa’s list of that day has {formatMoney(listedMinor, currency)}, your books have{" "}
          {formatMoney(writtenMinor, currency)}. Settle what stands above first: this line goes by itself once both
          agree.
        </>
      }
    >
      {open ? (
        <NoteForm
          label={`Why ${name} differs`}
          field="Why it differs"
          word="That is why"
          send={(tenantId, note) => explain(tenantId, { day, note })}
          onDone={() => toast(`${name} is explained`)}
          onLeave={() => setOpen(false)}
        />
      ) : (
        <Button className="justify-self-start" onClick={() => setOpen(true)}>
          I know why
        </Button>
      )}
    </LineFrame>
  );
}
