"use client";

import { Switch } from "@/app/_components/ui/switch";
import { useSay } from "@/app/_words/use-say";
import type { StaffProfile } from "@/lib/staff/get-profile";
import { usualWeek } from "../../week-editor";
import { WeekForm } from "../../week-form";
import { setHours } from "../actions";
import { BusinessWeek } from "./business-week";

export function HoursForm({ profile }: { profile: StaffProfile }) {
  const say = useSay();
  return (
    <WeekForm
      area="staff"
      label={say("Weekly hours")}
      noun="hours"
      hours={profile.hours}
      off={say("Off")}
      save={(tenantId, hours, look) => setHours(tenantId, { id: profile.id, hours, ...look })}
      empty={() => <BusinessWeek hours={profile.businessHours} />}
      above={(week, set) => (
        <div className="flex items-center justify-between gap-4">
          <span id="own-hours">{say("Hours of their own")}</span>
          <Switch
            aria-labelledby="own-hours"
            checked={week.length > 0}
            onCheckedChange={(on) => set(on ? usualWeek : [])}
          />
        </div>
      )}
    />
  );
}
