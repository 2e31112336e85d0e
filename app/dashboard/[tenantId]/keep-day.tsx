"use client";

import { useEffect, useEffectEvent } from "react";
import { fetchJson, HttpError } from "@/app/_components/data/fetch-json";
import { areasOf } from "@/app/_components/data/keys";
import { dropKeptDays, type KeptDay, keepDay } from "@/app/_components/offline/kept-day";
import { type ShellFacts, useNow, useShell } from "@/app/_components/shell/shell-context";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { Calendar } from "@/lib/bookings/calendar";
import { formatDay, formatTime } from "@/lib/platform/format";
import { localDay } from "./bookings/local-day";
import { statusWords } from "./bookings/status-words";
import { iso } from "./calendar/iso";
import { calendarKey } from "./calendar/shown";

/** A day changes all the time: it is kept anew this often at most, and only while somebody looks. */
const beatMs = 120_000;
/** The page itself comes first. */
const calmMs = 3_000;

/** Keeps today for the hour without a network, and the worker that shows it then. */
export function KeepDay() {
  const say = useSay();
  const { tenant, user } = useShell();
  const now = useNow();
  const sees = tenant.may.includes("bookings.see");
  const keep = useEffectEvent(() => takeDay(say, tenant, user.id, now));
  useEffect(() => {
    if (!("serviceWorker" in navigator && "caches" in window) || !sees) return;
    navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" }).catch(() => undefined);
    let isStale = true;
    const hear = (event: Event) => {
      const { name } = (event as CustomEvent<{ name: string }>).detail;
      if (areasOf(name).includes("calendar")) isStale = true;
    };
    const beat = () => {
      if (!isStale || document.visibilityState !== "visible" || !navigator.onLine) return;
      isStale = false;
      keep().catch(() => {
        isStale = true;
      });
    };
    const first = setTimeout(beat, calmMs);
    const every = setInterval(beat, beatMs);
    window.addEventListener("clientpulse:event", hear);
    return () => {
      clearTimeout(first);
      clearInterval(every);
      window.removeEventListener("clientpulse:event", hear);
    };
  }, [sees]);
  return null;
}

async function takeDay(say: Say, tenant: ShellFacts["tenant"], userId: string, now: string): Promise<void> {
  const date = localDay(now, tenant.timeZone);
  try {
    const calendar = await fetchJson<Calendar>(calendarKey(tenant.id, { view: "day", date }));
    await keepDay(userId, tenant.id, dayOf(say, calendar, tenant, date, now));
  } catch (problem) {
    // Signed out, or no longer at work here.
    if (problem instanceof HttpError && [401, 403, 404].includes(problem.status)) return dropKeptDays();
    throw problem;
  }
}

function dayOf(
  say: Say,
  { entries, people }: Calendar,
  tenant: ShellFacts["tenant"],
  date: string,
  now: string,
): KeptDay {
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const clock = (minute: number) => formatTime(iso(minute), tenant.timeZone);
  return {
    house: tenant.name,
    timeZone: tenant.timeZone,
    date,
    dayWords: formatDay(`${date}T12:00:00Z`, "UTC", say.language),
    at: formatTime(now, tenant.timeZone),
    rows: entries
      .toSorted((a, b) => a.from - b.from)
      .map(({ from, to, customer, service, staffId, status }) => ({
        time: `${clock(from)}–${clock(to)}`,
        customer,
        what: withWhom(say, service, nameOf.get(staffId)),
        status: say(statusWords[status]),
      })),
  };
}

const withWhom = (say: Say, service: string, name: string | undefined): string =>
  name ? say("{service} with {name}", { service, name }) : service;
