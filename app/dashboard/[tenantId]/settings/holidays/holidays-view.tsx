"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Switch } from "@/app/_components/ui/switch";
import type { ActionAnswer } from "@/app/_server/action";
import type { Affected } from "@/lib/bookings/list-affected";
import type { Opening } from "@/lib/hours/get-opening";
import type { Looked } from "@/lib/platform/looked";
import { dateWords, hoursWords } from "../../day-words";
import { ListLoading } from "../../list-loading";
import { useLooked } from "../../use-looked";
import { setAllHolidays, setOneHoliday } from "../actions";
import { useOpening } from "../use-opening";

type Change = (tenantId: string, look: Looked) => Promise<ActionAnswer<Affected | null>>;

/** Kenya's public holidays of the coming year, all of them and one by one, and the one that is announced tonight. */
export function HolidaysView() {
  const { tenant } = useShell();
  const opening = useOpening();
  const act = useAct("settings");
  const { looked, dialog } = useLooked("Close anyway");
  const [busy, setBusy] = useState(false);
  if (!opening) return <ListLoading rows={8} />;
  const manages = tenant.may.includes("settings.manage");
  const change = async (send: Change, told: string) => {
    setBusy(true);
    const answer = await act((tenantId) => looked((look) => send(tenantId, look)));
    setBusy(false);
    if (answer.ok) toast(told);
    else if (answer.problem) toast(answer.problem);
  };
  const one = (date: string, open: boolean, told: string) =>
    change((tenantId, look) => setOneHoliday(tenantId, { date, open, ...look }), told);
  return (
    <>
      <Tomorrow opening={opening} disabled={!manages || busy} onSet={one} />
      <Section
        title="Every public holiday"
        about="Holds for all of them that nothing else is said about below, next year as well."
      >
        <div className="flex min-h-9 items-center justify-between gap-4">
          <span id="all-holidays">Closed on public holidays</span>
          <Switch
            aria-labelledby="all-holidays"
            checked={opening.closedOnHolidays}
            disabled={!manages || busy}
            onCheckedChange={(closed) =>
              void change(
                (tenantId, look) => setAllHolidays(tenantId, { closed, ...look }),
                closed ? "Closed on public holidays" : "Open on public holidays",
              )
            }
          />
        </div>
      </Section>
      <Section
        title="The coming year"
        about="Kenya’s public holidays. The days of Idd follow the moon: use the button above when they are announced."
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
  const { date, name, open, hours, isOffDay } = holiday;
  const words = hours
    ? hoursWords(hours, "Closed")
    : open
      ? isOffDay
        ? "Closed on that weekday anyway"
        : "Open as usual"
      : "Closed";
  return (
    <li data-holiday={date} className="flex min-h-13 items-center justify-between gap-4 border-t py-2 first:border-t-0">
      <span className="grid min-w-0">
        <span className="font-medium">{name}</span>
        <span className="text-quiet tabular-nums">
          {dateWords(date)} · {words}
        </span>
      </span>
      <Switch
        aria-label={`Open on ${name}`}
        checked={open}
        disabled={disabled}
        onCheckedChange={(next) => void onSet(date, next, `${next ? "Open" : "Closed"} on ${name}`)}
      />
    </li>
  );
}

function Tomorrow({ opening, disabled, onSet }: Setting & { opening: Opening }) {
  const { date, holiday, shut, isOffDay } = opening.tomorrow;
  const day = dateWords(date);
  return (
    <Section
      title="Tomorrow"
      about="For a holiday that is announced the evening before: one tap, and customers see it at once."
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <span className="grid">
          <span className="font-medium">
            {day}
            {holiday ? `, ${holiday}` : ""}
          </span>
          <span className="text-quiet">{isOffDay ? "Closed on that weekday anyway" : shut ? "Closed" : "Open"}</span>
        </span>
        {isOffDay ? null : shut ? (
          <Button size="large" disabled={disabled} onClick={() => void onSet(date, true, `Open on ${day}`)}>
            Open tomorrow
          </Button>
        ) : (
          <Button size="large" disabled={disabled} onClick={() => void onSet(date, false, `Closed on ${day}`)}>
            Tomorrow is a public holiday: close
          </Button>
        )}
      </div>
    </Section>
  );
}
