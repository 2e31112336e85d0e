"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useShowFirst } from "@/app/_components/data/show-first";
import { useAct } from "@/app/_components/data/use-act";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Switch } from "@/app/_components/ui/switch";
import type { ActionAnswer } from "@/app/_server/action";
import { useSay } from "@/app/_words/use-say";
import type { Affected } from "@/lib/bookings/list-affected";
import type { Opening } from "@/lib/hours/get-opening";
import type { Looked } from "@/lib/platform/looked";
import { dateWords, hoursWords } from "../../day-words";
import { ListLoading } from "../../list-loading";
import { useLooked } from "../../use-looked";
import { setAllHolidays, setOneHoliday } from "../actions";
import { openingKey } from "../settings-keys";
import { useOpening } from "../use-opening";

type Change = (tenantId: string, look: Looked) => Promise<ActionAnswer<Affected | null>>;

/** Kenya's public holidays of the coming year, all of them and one by one, and the one that is announced tonight. */
export function HolidaysView() {
  const say = useSay();
  const { tenant } = useShell();
  const opening = useOpening();
  const act = useAct("settings");
  const { looked, dialog } = useLooked(say("Close anyway"));
  const showFirst = useShowFirst();
  const [busy, setBusy] = useState(false);
  if (!opening) return <ListLoading rows={8} />;
  const manages = tenant.may.includes("settings.manage");
  const change = async (send: Change, told: string, seen: (now: Opening) => Opening) => {
    setBusy(true);
    const back = showFirst<Opening>(openingKey(tenant.id), seen);
    const answer = await act((tenantId) => looked((look) => send(tenantId, look)));
    setBusy(false);
    if (answer.ok) return void toast(told);
    back();
    if (answer.problem) toast(answer.problem);
  };
  const one = (date: string, open: boolean, told: string) =>
    change(
      (tenantId, look) => setOneHoliday(tenantId, { date, open, ...look }),
      told,
      (now) => ({ ...now, holidays: now.holidays.map((day) => (day.date === date ? { ...day, open } : day)) }),
    );
  return (
    <>
      <Tomorrow opening={opening} disabled={!manages || busy} onSet={one} />
      <Section
        title={say("Every public holiday")}
        about={say("Holds for all of them that nothing else is said about below, next year as well.")}
      >
        <div className="flex min-h-9 items-center justify-between gap-4">
          <span id="all-holidays">{say("Closed on public holidays")}</span>
          <Switch
            aria-labelledby="all-holidays"
            checked={opening.closedOnHolidays}
            disabled={!manages || busy}
            onCheckedChange={(closed) =>
              void change(
                (tenantId, look) => setAllHolidays(tenantId, { closed, ...look }),
                closed ? say("Closed on public holidays") : say("Open on public holidays"),
                (now) => ({ ...now, closedOnHolidays: closed }),
              )
            }
          />
        </div>
      </Section>
      <Section
        title={say("The coming year")}
        about={say(
          "Kenya’s public holidays. The days of Idd follow the moon: use the button above when they are announced.",
        )}
      >
        <ul className="border-y">
          {opening.holidays.map((holiday) => (
            <Row key={holiday.date} holiday={holiday} disabled={!manages || busy} onSet={one} />
          ))}
        </ul>
      </Section>
      {dialog}
    </>
  );
}

type Setting = { disabled: boolean; onSet(date: string, open: boolean, told: string): Promise<void> };

function Row({ holiday, disabled, onSet }: Setting & { holiday: Opening["holidays"][number] }) {
  const say = useSay();
  const { date, open, hours, isOffDay } = holiday;
  const name = say.known(holiday.name);
  const words = hours
    ? hoursWords(hours, say("Closed"))
    : open
      ? isOffDay
        ? say("Closed on that weekday anyway")
        : say("Open as usual")
      : say("Closed");
  return (
    <li data-holiday={date} className="flex min-h-13 items-center justify-between gap-4 border-t py-2 first:border-t-0">
      <span className="grid min-w-0">
        <span className="font-medium">{name}</span>
        <span className="text-quiet tabular-nums">
          {dateWords(date, say.language)} · {words}
        </span>
      </span>
      <Switch
        aria-label={say("Open on {name}", { name })}
        checked={open}
        disabled={disabled}
        onCheckedChange={(next) =>
          void onSet(date, next, next ? say("Open on {name}", { name }) : say("Closed on {name}", { name }))
        }
      />
    </li>
  );
}

function Tomorrow({ opening, disabled, onSet }: Setting & { opening: Opening }) {
  const say = useSay();
  const { date, holiday, shut, isOffDay } = opening.tomorrow;
  const day = dateWords(date, say.language);
  return (
    <Section
      title={say("Tomorrow")}
      about={say("For a holiday that is announced the evening before: one tap, and customers see it at once.")}
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <span className="grid">
          <span className="font-medium">
            {day}
            {holiday ? `, ${say.known(holiday)}` : ""}
          </span>
          <span className="text-quiet">
            {isOffDay
              ? say("Closed on that weekday anyway")
              : shut
                ? say("Closed")
                : say("{of, select, other {Open}}", { of: "day" })}
          </span>
        </span>
        {isOffDay ? null : shut ? (
          <Button
            size="large"
            disabled={disabled}
            onClick={() => void onSet(date, true, say("Open on {name}", { name: day }))}
          >
            {say("Open tomorrow")}
          </Button>
        ) : (
          <Button
            size="large"
            disabled={disabled}
            onClick={() => void onSet(date, false, say("Closed on {name}", { name: day }))}
          >
            {say("Tomorrow is a public holiday: close")}
          </Button>
        )}
      </div>
    </Section>
  );
}
