"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { PolicyPreview } from "@/lib/bookings/preview-policy";
import { bookingWords } from "@/lib/notifications/words/booking";
import { formatDay, formatDayTime, formatTime, type Language } from "@/lib/platform/format";
import { useSettled } from "../../campaigns/use-settled";
import { rulesPreviewKey } from "../settings-keys";

/** What customers would be offered and told by the rules as they are typed, before anybody saves them. */
export function NextTimes({ rules }: { rules: object }) {
  const say = useSay();
  const { tenant } = useShell();
  const asked = useSettled(rulesPreviewKey(tenant.id, rules));
  const { data, error } = useSWR<PolicyPreview>(asked, fetchJson, { keepPreviousData: true });
  // What is typed is not right yet: the field says so when it is saved.
  if (error || !data?.service) return null;
  const { house, service, times, confirm, deposit, terms } = data;
  const [first] = times;
  const told = bookingWords[say.language];
  return (
    <div
      role="status"
      aria-label={say("What customers would see")}
      className="grid gap-2 rounded-panel border bg-canvas p-4"
    >
      <p className="font-medium">
        {first
          ? say("The next free times for {service}", { service })
          : say("No time would be free for {service}", { service })}
      </p>
      {first ? (
        <>
          <ul className="grid gap-1 text-quiet tabular-nums">
            {byDay(times, tenant.timeZone, say.language).map(([day, clocks]) => (
              <li key={day}>
                {day}: {clocks.join(", ")}
              </li>
            ))}
          </ul>
          <p className="text-quiet">
            {say.rich("Whoever takes the first of them reads: <quote>{words}</quote>", {
              // It is nobody's before it is paid: nothing else is said of it until then.
              words:
                deposit ||
                (confirm === "desk" ? told.requested : told.expected)(
                  house,
                  `${service}, ${formatDayTime(first, tenant.timeZone, say.language)}`,
                ),
              quote: (chunks) => <q>{chunks}</q>,
            })}
          </p>
          {terms ? (
            <p className="text-quiet">
              {say.rich("And before booking: <quote>{terms}</quote>", {
                terms,
                quote: (chunks) => <q>{chunks}</q>,
              })}
            </p>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

const byDay = (times: string[], timeZone: string, language: Language): [string, string[]][] => {
  const days = new Map<string, string[]>();
  for (const at of times) {
    const day = formatDay(at, timeZone, language);
    days.set(day, [...(days.get(day) ?? []), formatTime(at, timeZone)]);
  }
  return [...days];
};
