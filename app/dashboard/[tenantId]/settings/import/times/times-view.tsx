"use client";

import { Clock } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import type { TimesSaid } from "@/lib/moving-in/answer-times";
import type { Times } from "@/lib/moving-in/get-times";
import type { Sample } from "@/lib/moving-in/report";
import { hoursOff, type TimesAnswered } from "@/lib/moving-in/rules";
import { formatDayTime } from "@/lib/platform/format";
import { sayTimes } from "./actions";

const hourMs = 3_600_000;

/** Five bookings that came in, and the question whether they are when they should be. */
export function TimesView({ times, minutes, samples, over }: Omit<Times, "position">) {
  if (times === null)
    return (
      <EmptyState
        icon={Clock}
        title="Nothing came from an old system"
        why="When a business moves in with its bookings, this is where their times are checked."
      />
    );
  if (times !== "waiting")
    return (
      <Section title="Times are checked" about={answeredWords(minutes)}>
        <Samples samples={samples} />
        <Over over={over} />
      </Section>
    );
  return <Question samples={samples} />;
}

const answeredWords = (minutes: number): string =>
  minutes === 0
    ? "You said that the bookings stand at the right times."
    : `The bookings were moved ${Math.abs(minutes / 60)} hours ${minutes > 0 ? "later" : "earlier"}.`;

function Over({ over }: { over: Sample[] }) {
  if (over.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h3 className="font-medium">These lie over another booking</h3>
      <p className="text-quiet">Somebody has two at that time: move one of them, or tell the customer.</p>
      <Bookings label="Bookings over another one" rows={over} />
    </div>
  );
}

function Question({ samples }: { samples: Sample[] }) {
  const act = useAct("bookings");
  const router = useRouter();
  const [answer, setAnswer] = useState<TimesAnswered>("right");
  const [busy, setBusy] = useState(false);
  const say = async () => {
    setBusy(true);
    const said = await act((tenantId) => sayTimes(tenantId, { answer }));
    setBusy(false);
    if (!said.ok) toast.error(said.problem);
    else toast(answer === "right" ? "Thank you: the times stand" : movedWords(said.value));
    router.refresh();
  };
  return (
    <Section
      title="Are these times right?"
      about="They came from your old system, which showed some times three hours off. Compare them with what your customers were promised. You answer once, for all bookings that came in."
    >
      <Samples samples={samples} shiftMs={shiftOf[answer]} />
      <fieldset className="grid gap-2">
        <legend className="sr-only">When they begin</legend>
        {choices.map(({ value, label }) => (
          <label
            key={value}
            className="flex min-h-11 items-center gap-3 rounded-control border border-edge px-3 font-medium has-checked:border-ink"
          >
            <input
              type="radio"
              name="times"
              value={value}
              checked={answer === value}
              onChange={() => setAnswer(value)}
              className="size-4 accent-accent"
            />
            {label}
          </label>
        ))}
      </fieldset>
      <Button size="large" kind="primary" disabled={busy} onClick={say} className="justify-self-start">
        {answer === "right" ? "These times are right" : `Move all of them ${hoursOff} hours ${answer}`}
      </Button>
    </Section>
  );
}

const movedWords = ({ moved, over }: TimesSaid): string =>
  over.length === 0 ? `${moved} bookings moved` : `${moved} bookings moved, ${over.length} of them over another one`;

const choices: { value: TimesAnswered; label: string }[] = [
  { value: "right", label: "As they stand now" },
  { value: "later", label: `${hoursOff} hours later` },
  { value: "earlier", label: `${hoursOff} hours earlier` },
];
const shiftOf: Record<TimesAnswered, number> = { right: 0, later: hoursOff * hourMs, earlier: -hoursOff * hourMs };

function Samples({ samples, shiftMs = 0 }: { samples: Sample[]; shiftMs?: number }) {
  if (samples.length === 0) return <p className="text-quiet">No bookings came in.</p>;
  return <Bookings label="Bookings that came in" rows={samples} shiftMs={shiftMs} />;
}

function Bookings({ label, rows, shiftMs = 0 }: { label: string; rows: Sample[]; shiftMs?: number }) {
  const { tenant } = useShell();
  return (
    <ul aria-label={label} className="divide-y border-y">
      {rows.map(({ id, startsAt, customer, service, staff }) => (
        <li key={id} className="grid gap-0.5 py-(--row)">
          <span className="font-medium tabular-nums">
            {formatDayTime(new Date(new Date(startsAt).getTime() + shiftMs).toISOString(), tenant.timeZone)}
          </span>
          <span className="break-words text-quiet">
            {customer}, {service}, with {staff}
          </span>
        </li>
      ))}
    </ul>
  );
}
