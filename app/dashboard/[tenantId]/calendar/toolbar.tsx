"use client";

import { ChevronLeft, ChevronRight, Printer, SlidersHorizontal, ZoomIn, ZoomOut } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import type { CalendarPerson } from "@/lib/bookings/calendar";
import { formatDay } from "@/lib/platform/format";
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

const words = (date: string) => formatDay(`${date}T12:00:00Z`, "UTC");

/** `23 – 29 Nov`: on which day a week begins everybody knows, and the columns say it. */
function weekWords(from: string, to: string): string {
  const [, first, month] = words(from).split(" ");
  const [, last, lastMonth] = words(to).split(" ");
  return `${first}${month === lastMonth ? "" : ` ${month}`} – ${last} ${lastMonth}`;
}

/** Which days, of whom, and how large; all but the size is in the address. */
export function Toolbar({ shown, today, person, people, filters, zoom }: Props) {
  const { tenant } = useShell();
  const router = useRouter();
  const { from, to } = datesOf(shown);
  const hrefOf = (to: Partial<Shown>) => calendarQuery({ ...shown, ...to }, today);
  const adding = (what: string) => `${hrefOf({})}${hrefOf({}) === "?" ? "" : "&"}add=${what}`;
  const step = shown.view === "week" ? 7 : 1;
  const views = [
    ["day", "Day"],
    ["week", "Week"],
  ] as const;
  return (
    <header className="z-20 flex flex-wrap items-center gap-2 border-b bg-surface px-4 pb-2 md:px-6 lg:col-start-1 lg:row-start-1 lg:min-h-14 lg:py-2 lg:pr-4 xl:pl-8">
      <h1 className="mr-auto text-lg lg:mr-2">
        <span className="sr-only">Calendar, </span>
        {from === to ? (
          <>
            {words(from)}
            <span className="max-2xl:sr-only"> {from.slice(0, 4)}</span>
          </>
        ) : (
          weekWords(from, to)
        )}
        <span className="hidden print:inline"> {people.find(({ id }) => id === person)?.name}</span>
      </h1>
      {tenant.may.includes("bookings.place") ? (
        <span className="flex gap-2 lg:order-last lg:ml-auto print:hidden">
          <PanelButton to={adding("walk-in")} kind="plain">
            Walk-in
          </PanelButton>
          <PanelButton to={adding("booking")}>New booking</PanelButton>
        </span>
      ) : null}
      <span className="basis-full lg:hidden print:hidden" />
      <div className="flex gap-1 print:hidden">
        <Step
          href={hrefOf({ date: dayAfter(shown.date, -step) })}
          label={step === 7 ? "The week before" : "The day before"}
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
            Today
          </Link>
        </Button>
        <Step
          href={hrefOf({ date: dayAfter(shown.date, step) })}
          label={step === 7 ? "The week after" : "The day after"}
          press="j"
        >
          <ChevronRight aria-hidden className="size-4" />
        </Step>
      </div>
      <nav aria-label="View" className="flex overflow-hidden rounded-control border print:hidden">
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
          aria-label="Whose"
          value={person}
          onChange={(event) => router.push(hrefOf({ person: event.target.value }))}
          className="h-8 min-w-0 rounded-control border border-edge bg-surface px-2 print:hidden"
        >
          {shown.view === "day" ? <option value="">Everybody</option> : null}
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <Button
        size="icon"
        aria-label="Filters"
        aria-expanded={filters.isOpen}
        className="aria-expanded:bg-wash print:hidden"
        onClick={filters.toggle}
      >
        <SlidersHorizontal aria-hidden />
      </Button>
      <div className="flex gap-1 max-md:hidden print:hidden">
        <Button
          size="icon"
          aria-label="Smaller"
          className="max-[85rem]:hidden"
          disabled={!zoom.canOut}
          onClick={() => zoom.set(-1)}
        >
          <ZoomOut aria-hidden />
        </Button>
        <Button
          size="icon"
          aria-label="Larger"
          className="max-[85rem]:hidden"
          disabled={!zoom.canIn}
          onClick={() => zoom.set(1)}
        >
          <ZoomIn aria-hidden />
        </Button>
        <Button size="icon" aria-label="Print" onClick={() => window.print()}>
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
