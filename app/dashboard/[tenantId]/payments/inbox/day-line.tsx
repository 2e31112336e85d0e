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
  const name = formatCalendarDate(day, say.language);
  return (
    <LineFrame
      amount={formatMoney(Math.abs(off), currency)}
      title={
        off > 0
          ? say("more came on {day} than is written down", { day: name })
          : say("less came on {day} than is written down", { day: name })
      }
      about={say(
        "M-Pesa’s list of that day has {listed}, your books have {written}. Settle what stands above first: this line goes by itself once both agree.",
        { listed: formatMoney(listedMinor, currency), written: formatMoney(writtenMinor, currency) },
      )}
    >
      {open ? (
        <NoteForm
          label={say("Why {day} differs", { day: name })}
          field={say("Why it differs")}
          word={say("That is why")}
          send={(tenantId, note) => explain(tenantId, { day, note })}
          onDone={() => toast(say("{day} is explained", { day: name }))}
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
