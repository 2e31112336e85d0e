"use client";

import { ChevronLeft, ChevronRight, Printer, SlidersHorizontal, ZoomIn, ZoomOut } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { CalendarPerson } from "@/lib/bookings/calendar";
import { formatDay, type Language } from "@/lib/platform/format";
import { dayAfter } from "../bookings/local-day";
import { PanelButton } from "../members/panel-button";
import { calendarQuery, datesOf, type Shown } from "./shown";

type Props = {
  shown: Shown;
  today: string;
  /** Whose days are drawn; empty for everybody's. */
  person: string;
  people: readonly CalendarPerson[];
  /** Whether what is looked for can be chosen, in a row of its own. */
  filters: { isOpen: boolean; toggle(): void };
  zoom: { canOut: boolean; canIn: boolean; set(by: 1 | -1): void };
};

const dayWords = (date: string, language: Language) => formatDay(`${date}T12:00:00Z`, "UTC", language);

/** `23 – 29 Nov`: on which day a week begins everybody knows, and the columns say it. */
function weekWords(from: string, to: string, language: Language): string {
  const [, first, month] = dayWords(from, language).split(" ");
  const [, last, lastMonth] = dayWords(to, language).split(" ");
  return `${first}${month === lastMonth ? "" : ` ${month}`} – ${last} ${lastMonth}`;
}

/** Which days, of whom, and how large; all but the size is in the address. */
export function Toolbar({ shown, today, person, people, filters, zoom }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const router = useRouter();
  const { from, to } = datesOf(shown);
  const hrefOf = (to: Partial<Shown>) => calendarQuery({ ...shown, ...to }, today);
  const adding = (what: string) => `${hrefOf({})}${hrefOf({}) === "?" ? "" : "&"}add=${what}`;
  const step = shown.view === "week" ? 7 : 1;
  const views = [
    ["day", say("Day")],
    ["week", say("Week")],
  ] as const;
  return (
    <header className="z-20 flex flex-wrap items-center gap-2 border-b bg-surface px-4 pb-2 md:px-6 lg:col-start-1 lg:row-start-1 lg:min-h-14 lg:py-2 lg:pr-4 xl:pl-8">
      <h1 className="mr-auto text-lg lg:mr-0">
        <span className="sr-only">{say("Calendar,")} </span>
        {from === to ? (
          <>
            {dayWords(from, say.language)}
            <span className="max-2xl:sr-only"> {from.slice(0, 4)}</span>
          </>
        ) : (
          weekWords(from, to, say.language)
        )}
        <span className="hidden print:inline"> {people.find(({ id }) => id === person)?.name}</span>
      </h1>
      {tenant.may.includes("bookings.place") ? (
        <span className="flex gap-2 lg:order-last lg:ml-auto print:hidden">
          <PanelButton to={adding("walk-in")} kind="plain">
            {say("Walk-in")}
          </PanelButton>
          <PanelButton to={adding("booking")}>{say("New booking")}</PanelButton>
        </span>
      ) : null}
      <span className="basis-full lg:hidden print:hidden" />
      <div className="flex gap-1 print:hidden">
        <Step
          href={hrefOf({ date: dayAfter(shown.date, -step) })}
          label={step === 7 ? say("The week before") : say("The day before")}
          press="k"
        >
          <ChevronLeft aria-hidden className="size-4" />
        </Step>
        <Button asChild>
          <Link
            href={hrefOf({ date: today })}
            aria-keyshortcuts="t"
            aria-current={shown.date === today ? "date" : undefined}
          >
            {say("Today")}
          </Link>
        </Button>
        <Step
          href={hrefOf({ date: dayAfter(shown.date, step) })}
          label={step === 7 ? say("The week after") : say("The day after")}
          press="j"
        >
          <ChevronRight aria-hidden className="size-4" />
        </Step>
      </div>
      <nav aria-label={say("View")} className="flex overflow-hidden rounded-control border print:hidden">
        {views.map(([view, word]) => (
          <Link
            key={view}
            href={hrefOf({ view })}
            aria-keyshortcuts={view === "day" ? "d" : "w"}
            aria-current={shown.view === view ? "true" : undefined}
            className="flex h-8 items-center px-3 font-medium text-quiet -outline-offset-2 hover:text-ink aria-[current]:bg-wash aria-[current]:text-ink"
          >
            {word}
          </Link>
        ))}
      </nav>
      {tenant.role === "staff" ? null : (
        <select
          aria-label={say("Whose")}
          value={person}
          onChange={(event) => router.push(hrefOf({ person: event.target.value }))}
          className="h-8 min-w-0 rounded-control border border-edge bg-surface px-2 lg:max-[85rem]:max-w-28 print:hidden"
        >
          {shown.view === "day" ? <option value="">{say("Everybody")}</option> : null}
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <Button
        size="icon"
        aria-label={say("Filters")}
        aria-expanded={filters.isOpen}
        className="aria-expanded:bg-wash print:hidden"
        onClick={filters.toggle}
      >
        <SlidersHorizontal aria-hidden />
      </Button>
      <div className="flex gap-1 max-md:hidden print:hidden">
        <Button
          size="icon"
          aria-label={say("Smaller")}
          className="max-[85rem]:hidden"
          disabled={!zoom.canOut}
          onClick={() => zoom.set(-1)}
        >
          <ZoomOut aria-hidden />
        </Button>
        <Button
          size="icon"
          aria-label={say("Larger")}
          className="max-[85rem]:hidden"
          disabled={!zoom.canIn}
          onClick={() => zoom.set(1)}
        >
          <ZoomIn aria-hidden />
        </Button>
        <Button size="icon" aria-label={say("Print")} onClick={() => window.print()}>
          <Printer aria-hidden />
        </Button>
      </div>
    </header>
  );
}

type StepProps = { href: string; label: string; press: string; children: React.ReactNode };

const Step = ({ href, label, press, children }: StepProps) => (
  <Button asChild size="icon">
    <Link href={href} aria-label={label} aria-keyshortcuts={press}>
      {children}
    </Link>
  </Button>
);
