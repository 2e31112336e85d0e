"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { Opening } from "@/lib/hours/get-opening";
import type { StaffProfile } from "@/lib/staff/get-profile";
import type { StaffDay } from "@/lib/staff/list-staff-days";
import { hoursWords } from "../../day-words";
import { DifferentDays } from "../../different-days";
import { openingKey } from "../../settings/settings-keys";
import { clearPersonsDay } from "../actions";
import { StaffDayForm } from "./day-form";

/** Dates on which somebody works otherwise, or not. */
export function DaysSection({ profile }: { profile: StaffProfile }) {
  const say = useSay();
  const { tenant } = useShell();
  const manages = tenant.may.includes("staff.manage");
  const key = tenant.may.includes("settings.see") ? openingKey(tenant.id) : null;
  const { data: opening } = useSWR<Opening>(key, fetchJson);
  const isShut = (date: string): boolean => {
    const said = opening?.days.find((day) => day.date === date);
    if (said) return said.windows.length === 0;
    return opening?.holidays.some((holiday) => holiday.date === date && !holiday.open) ?? false;
  };
  const words = ({ date, windows, breaks }: StaffDay) =>
    [
      windows ? hoursWords(windows, say("Not working")) : say("Hours of every week"),
      breaks.length > 0 ? say("break {breaks}", { breaks: hoursWords(breaks, "") }) : "",
      isShut(date) ? say("the business is closed") : "",
    ]
      .filter(Boolean)
      .join(" · ");
  if (!manages && profile.days.length === 0) return null;
  return (
    <Section
      at="days"
      title={say("Days that are different")}
      about={say("One date with other hours, a day off or an extra day of work, a break only then.")}
    >
      <DifferentDays
        area="staff"
        days={profile.days}
        none={say("None so far: every week is like the one above.")}
        words={words}
        manages={manages}
        clear={(tenantId, day) => clearPersonsDay(tenantId, { id: profile.id, ...day })}
        form={(day, onLeave) => <StaffDayForm profile={profile} day={day} isShut={isShut} onLeave={onLeave} />}
      />
    </Section>
  );
}
