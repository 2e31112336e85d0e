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
import { phrase } from "@/app/_words/phrase";
import type { Phrase, Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { TimesSaid } from "@/lib/moving-in/answer-times";
import type { Times } from "@/lib/moving-in/get-times";
import type { Sample } from "@/lib/moving-in/report";
import { hoursOff, type TimesAnswered } from "@/lib/moving-in/rules";
import { formatDayTime } from "@/lib/platform/format";
import { sayTimes } from "./actions";

const hourMs = 3_600_000;

/** Five bookings that came in, and the question whether they are when they should be. */
export function TimesView({ times, minutes, samples, over }: Omit<Times, "position">) {
  const say = useSay();
  if (times === null)
    return (
      <EmptyState
        icon={Clock}
        title={say("Nothing came from an old system")}
        why={say("When a business moves in with its bookings, this is where their times are checked.")}
      />
    );
  if (times !== "waiting")
    return (
      <Section title={say("Times are checked")} about={answeredWords(say, minutes)}>
        <Samples samples={samples} />
        <Over over={over} />
      </Section>
    );
  return <Question samples={samples} />;
}

function answeredWords(say: Say, minutes: number): string {
  if (minutes === 0) return say("You said that the bookings stand at the right times.");
  const hours = Math.abs(minutes / 60);
  return minutes > 0
    ? say("The bookings were moved {hours} hours later.", { hours })
    : say("The bookings were moved {hours} hours earlier.", { hours });
}

function Over({ over }: { over: Sample[] }) {
  const say = useSay();
  if (over.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h3 className="font-medium">{say("These lie over another booking")}</h3>
      <p className="text-quiet">{say("Somebody has two at that time: move one of them, or tell the customer.")}</p>
      <Bookings label={say("Bookings over another one")} rows={over} />
    </div>
  );
}

function Question({ samples }: { samples: Sample[] }) {
  const say = useSay();
  const act = useAct("bookings");
  const router = useRouter();
  const [answer, setAnswer] = useState<TimesAnswered>("right");
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    const said = await act((tenantId) => sayTimes(tenantId, { answer }));
    setBusy(false);
    if (!said.ok) toast.error(said.problem);
    else toast(answer === "right" ? say("Thank you: the times stand") : movedWords(say, said.value));
    router.refresh();
  };
  return (
    <Section
      title={say("Are these times right?")}
      about={say(
        "They came from your old system, which showed some times three hours off. Compare them with what your customers were promised. You answer once, for all bookings that came in.",
      )}
    >
      <Samples samples={samples} shiftMs={shiftOf[answer]} />
      <fieldset className="grid gap-2">
        <legend className="sr-only">{say("When they begin")}</legend>
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
            {say(label, { hours: hoursOff })}
          </label>
        ))}
      </fieldset>
      <Button size="large" kind="primary" disabled={busy} onClick={send} className="justify-self-start">
        {answer === "right"
          ? say("These times are right")
          : answer === "later"
            ? say("Move all of them {hours} hours later", { hours: hoursOff })
            : say("Move all of them {hours} hours earlier", { hours: hoursOff })}
      </Button>
    </Section>
  );
}

const movedWords = (say: Say, { moved, over }: TimesSaid): string =>
  over.length === 0
    ? say("{moved} bookings moved", { moved })
    : say("{moved} bookings moved, {over} of them over another one", { moved, over: over.length });

const choices: { value: TimesAnswered; label: Phrase }[] = [
  { value: "right", label: phrase("As they stand now") },
  { value: "later", label: phrase("{hours} hours later") },
  { value: "earlier", label: phrase("{hours} hours earlier") },
];
const shiftOf: Record<TimesAnswered, number> = { right: 0, later: hoursOff * hourMs, earlier: -hoursOff * hourMs };

function Samples({ samples, shiftMs = 0 }: { samples: Sample[]; shiftMs?: number }) {
  const say = useSay();
  if (samples.length === 0) return <p className="text-quiet">{say("No bookings came in.")}</p>;
  return <Bookings label={say("Bookings that came in")} rows={samples} shiftMs={shiftMs} />;
}

function Bookings({ label, rows, shiftMs = 0 }: { label: string; rows: Sample[]; shiftMs?: number }) {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <ul aria-label={label} className="divide-y border-y">
      {rows.map(({ id, startsAt, customer, service, staff }) => (
        <li key={id} className="grid gap-0.5 py-(--row)">
          <span className="font-medium tabular-nums">
            {formatDayTime(
              new Date(new Date(startsAt).getTime() + shiftMs).toISOString(),
              tenant.timeZone,
              say.language,
            )}
          </span>
          <span className="break-words text-quiet">
            {say("{customer}, {service}, with {staff}", { customer, service, staff })}
          </span>
        </li>
      ))}
    </ul>
  );
}
