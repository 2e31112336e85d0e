"use client";

import type { StaffProfile } from "@/lib/staff/get-profile";
import { WeekForm } from "../../week-form";
import { setBreaks } from "../actions";

/** Time within their hours in which they serve nobody, every week. */
export const BreaksForm = ({ profile }: { profile: StaffProfile }) => (
  <WeekForm
    area="staff"
    label="Breaks"
    noun="breaks"
    hours={profile.breaks}
    off="None"
    usual={{ from: "13:00", to: "14:00" }}
    save={(tenantId, breaks, look) => setBreaks(tenantId, { id: profile.id, breaks, ...look })}
  />
);
