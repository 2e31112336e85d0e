"use client";

import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { OddDay } from "@/lib/payments/list-inbox";
import { formatCalendarDate, formatMoney } from "@/lib/platform/format";
import { explain } from "../actions";
import { NoteForm } from "../note-form";
import { LineFrame } from "./line-frame";

/** A day on which M-Pesa's list and the books do not say the same. */
export function DayLine({ day: { day, listedMinor, writtenMinor }, currency }: { day: OddDay; currency: string }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const off = listedMinor - writtenMinor;
  const name = formatCalendarDate(day);
  return (
    <LineFrame
      amount={formatMoney(Math.abs(off), currency)}
      title={
        off > 0
          ? say("more came on {name} than is written down", { name })
          : say("less came on {name} than is written down", { name })
      }
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
          label={say("Why {name} differs", { name })}
          field={say("Why it differs")}
          word={say("That is why")}
          send={(tenantId, note) => explain(tenantId, { day, note })}
          onDone={() => toast(say("{name} is explained", { name }))}
          onLeave={() => setOpen(false)}
        />
      ) : (
        <Button className="justify-self-start" onClick={() => setOpen(true)}>
          {say("I know why")}
        </Button>
      )}
    </LineFrame>
  );
}
