"use client";

import { useSay } from "@/app/_words/use-say";
import type { StaffProfile } from "@/lib/staff/get-profile";
import { WeekForm } from "../../week-form";
import { setBreaks } from "../actions";

/** Time within their hours in which they serve nobody, every week. */
export function BreaksForm({ profile }: { profile: StaffProfile }) {
  const say = useSay();
  return (
    <WeekForm
      area="staff"
      label={say("Breaks")}
      noun="breaks"
      hours={profile.breaks}
      off={say("None")}
      usual={{ from: "13:00", to: "14:00" }}
      save={(tenantId, breaks, look) => setBreaks(tenantId, { id: profile.id, breaks, ...look })}
    />
  );
}
