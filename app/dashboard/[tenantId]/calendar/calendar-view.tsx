"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { PageBody } from "@/app/_components/shell/page-body";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { Calendar } from "@/lib/bookings/calendar";
import { localDay } from "../bookings/local-day";
import { ListLoading } from "../list-loading";
import { Agenda } from "./agenda";
import { columnsOf } from "./columns";
import { countOn, isFiltering, isOn, onlyOn } from "./filter";
import { Filters, type NamedService } from "./filters";
import { Grid } from "./grid";
import { calendarKey, readShown } from "./shown";
import { Toolbar } from "./toolbar";

/** Pixels of an hour. */
const zooms = [48, 72, 120] as const;

/** The house's day in columns of people, its week in columns of days; on a phone as a list. */
export function CalendarView({ services }: { services: readonly NamedService[] }) {
  const say = useSay();
  const { tenant } = useShell();
  const now = useNow();
  const today = localDay(now, tenant.timeZone);
  const shown = readShown(useSearchParams(), today);
  const key = calendarKey(tenant.id, shown);
  const { data, error } = useSWR<Calendar>(key, fetchJson);
  const [zoom, setZoom] = useState(1);
  const minute = Date.parse(now) / 60_000;
  const people = data?.people ?? [];
  const asked = people.some(({ id }) => id === shown.person) ? shown.person : "";
  // A week of everybody in one column a day could not be read.
  const person = shown.view === "week" ? asked || (people[0]?.id ?? "") : asked;
  const [asking, setAsking] = useState(() => isFiltering(shown));
  // What is looked for is never out of sight: half a calendar must not be taken for all of it.
  const isOpen = asking || isFiltering(shown);
  const columns = data ? columnsOf(data, { ...shown, person }, minute, say.language) : [];
  return (
    <>
      <Toolbar
        shown={shown}
        person={person}
        today={today}
        people={people}
        filters={{ isOpen, toggle: () => setAsking(!asking) }}
        zoom={{ canOut: zoom > 0, canIn: zoom < zooms.length - 1, set: (by) => setZoom(zoom + by) }}
      />
      <PageBody>
        {isOpen ? <Filters filter={shown} services={services} count={countOn(columns, shown)} /> : null}
        {data ? (
          <>
            <div className={`max-md:hidden print:block ${isOpen ? "[--above:3rem]" : ""}`}>
              <Grid
                key={key}
                dataKey={key}
                calendar={data}
                columns={columns}
                hourPx={zooms[zoom]!}
                now={minute}
                isOn={(card) => isOn(card, shown)}
              />
            </div>
            <div className="md:hidden print:hidden">
              <Agenda columns={onlyOn(columns, shown)} people={data.people} now={minute} isPart={isFiltering(shown)} />
            </div>
          </>
        ) : error ? (
          <p role="alert" className="px-4 py-6 md:px-6 xl:pl-8">
            {say("The calendar could not be loaded. It comes by itself once the server answers.")}
          </p>
        ) : (
          <ListLoading rows={8} />
        )}
      </PageBody>
    </>
  );
}
