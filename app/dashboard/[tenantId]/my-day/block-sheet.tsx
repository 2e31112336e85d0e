"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { Sheet } from "@/app/_components/ui/sheet";
import { useSay } from "@/app/_words/use-say";
import type { MyDay } from "@/lib/bookings/my-day";
import { blockMinutes, mostReason } from "@/lib/bookings/rules";
import { formatDay, formatTime } from "@/lib/platform/format";
import { minuteWords } from "@/lib/services/rules";
import { iso } from "../calendar/iso";
import { block } from "./actions";
import { closeBeside } from "./close-panel";
import { freeOf, startsIn } from "./timeline";
import { useTellBlocked } from "./use-block";

type Props = { day: MyDay; now: number };

/** Some of my own time, kept for something else than customers. */
export function BlockSheet({ day, now }: Props) {
  const say = useSay();
  const open = useSearchParams().get("add") === "block";
  return (
    <Sheet
      open={open}
      onClose={closeBeside}
      title={say("Block time")}
      about={say("{day}. Nobody can book you then.", { day: formatDay(`${day.date}T12:00:00Z`, "UTC", say.language) })}
    >
      <BlockForm day={day} now={now} />
    </Sheet>
  );
}

function BlockForm(live: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("bookings");
  const tell = useTellBlocked();
  // As it was when the form was opened, so that what is chosen does not move away; the server knows better.
  const [{ day, now }] = useState(live);
  const starts = startsIn(freeOf(day, now));
  const [at, setAt] = useState(starts[0]?.at);
  const time = (minute: number) => formatTime(iso(minute), tenant.timeZone);
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ startsAt, minutes, reason }) =>
      act((tenantId) =>
        // An empty field is no number, not none.
        block(tenantId, { startsAt, minutes: minutes === "" ? null : Number(minutes), reason }),
      ),
    (blocked) => {
      tell(
        blocked,
        say("Blocked {from}–{to}", {
          from: formatTime(blocked.startsAt, tenant.timeZone),
          to: formatTime(blocked.endsAt, tenant.timeZone),
        }),
      );
      closeBeside();
    },
  );
  const until = starts.find((start) => start.at === at)?.until;
  if (starts.length === 0)
    return (
      <p>
        {say("There is no free quarter of an hour left on this day. Take something off first, or choose another day.")}
      </p>
    );
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Block time")} className="grid gap-5">
      <SelectField
        name="startsAt"
        label={say("From")}
        value={at === undefined ? "" : iso(at)}
        onChange={(event) => setAt(Date.parse(event.target.value) / 60_000)}
        error={errorOf("startsAt", say("The beginning")) || undefined}
        help={
          until === undefined
            ? undefined
            : say("Free until {time}, for {long}.", { time: time(until), long: minuteWords(until - at!) })
        }
        choices={starts.map((start) => ({
          value: iso(start.at),
          label: start.at === Math.ceil(now) ? say("Now, {time}", { time: time(start.at) }) : time(start.at),
        }))}
      />
      <Field
        name="minutes"
        label={say("Minutes")}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={String(Math.min(60, until === undefined ? 60 : Math.floor((until - at!) / 5) * 5))}
        help={say("From {least} to {most}.", { least: blockMinutes.least, most: blockMinutes.most })}
        error={errorOf("minutes", say("The time")) || undefined}
        className="max-w-28"
      />
      <Field
        name="reason"
        label={say("What for")}
        maxLength={mostReason}
        autoComplete="off"
        help={say("Only the house reads it.")}
        error={errorOf("reason", say("What for")) || undefined}
      />
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex justify-end gap-2">
        <Button size="large" onClick={closeBeside}>
          {say("Cancel")}
        </Button>
        <Button type="submit" kind="primary" size="large" aria-disabled={busy}>
          {busy ? say("One moment") : say("Block it")}
        </Button>
      </div>
    </form>
  );
}
