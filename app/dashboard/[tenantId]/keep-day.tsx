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
  const { tenant, tenants, user } = useShell();
  const now = useNow();
  const sees = tenant.may.includes("bookings.see");
  const { role, staffId } = tenant;
  const today = useEffectEvent(() => localDay(now, tenant.timeZone));
  const keep = useEffectEvent((date: string) => takeDay(say, { tenant, tenants, user }, date, now));
  // biome-ignore lint/correctness/useExhaustiveDependencies: who sees other bookings now keeps the day anew
  useEffect(() => {
    if (!("serviceWorker" in navigator && "caches" in window) || !sees) return;
    navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" }).catch(() => undefined);
    let isStale = true;
    let keptDate = "";
    const hear = (event: Event) => {
      const { name } = (event as CustomEvent<{ name: string }>).detail;
      if (areasOf(name).includes("calendar")) isStale = true;
    };
    // What happened meanwhile is not told one by one.
    const reset = () => {
      isStale = true;
    };
    const beat = () => {
      const date = today();
      if (document.visibilityState !== "visible" || !navigator.onLine || !(isStale || date !== keptDate)) return;
      isStale = false;
      keptDate = date;
      keep(date).catch(() => {
        isStale = true;
      });
    };
    const first = setTimeout(beat, calmMs);
    const every = setInterval(beat, beatMs);
    window.addEventListener("clientpulse:event", hear);
    window.addEventListener("clientpulse:reset", reset);
    document.addEventListener("visibilitychange", beat);
    return () => {
      clearTimeout(first);
      clearInterval(every);
      window.removeEventListener("clientpulse:event", hear);
      window.removeEventListener("clientpulse:reset", reset);
      document.removeEventListener("visibilitychange", beat);
    };
  }, [sees, role, staffId]);
  return null;
}

async function takeDay(say: Say, { tenant, tenants, user }: ShellFacts, date: string, now: string): Promise<void> {
  try {
    const calendar = await fetchJson<Calendar>(calendarKey(tenant.id, { view: "day", date }));
    const whose = { userId: user.id, tenantId: tenant.id, tenantIds: tenants.map(({ id }) => id) };
    await keepDay(whose, dayOf(say, calendar, tenant, date, now));
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
    language: say.language,
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
