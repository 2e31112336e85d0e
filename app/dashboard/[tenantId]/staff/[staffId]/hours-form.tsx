"use client";

import { useDraft } from "@/app/_components/data/use-draft";
import { Switch } from "@/app/_components/ui/switch";
import type { StaffProfile } from "@/lib/staff/get-profile";
import { FormEnd } from "../../form-end";
import { useLooked } from "../../use-looked";
import { useSave } from "../../use-save";
import { type Clocked, clocked, stretchOf, usualWeek, WeekEditor } from "../../week-editor";
import { setHours } from "../actions";
import { BusinessWeek } from "./business-week";

export function HoursForm({ profile }: { profile: StaffProfile }) {
  const draft = useDraft({ week: profile.hours.map(clocked) });
  const { week } = draft.shown;
  const { busy, saved, problem, fields, onSubmit } = useSave("staff", draft);
  const { looked, dialog } = useLooked("Change the hours anyway");
  const set = (next: Clocked[]) => draft.set({ week: next });
  const fault = Object.values(fields)[0]?.[0];
  const own = week.length > 0;
  return (
    <>
      <form
        onSubmit={onSubmit((tenantId) =>
          looked((look) => setHours(tenantId, { id: profile.id, hours: week.map(stretchOf), ...look })),
        )}
        noValidate
        aria-label="Weekly hours"
        className="grid gap-4"
      >
        <div className="flex items-center justify-between gap-4">
          <span id="own-hours">Hours of their own</span>
          <Switch aria-labelledby="own-hours" checked={own} onCheckedChange={(on) => set(on ? usualWeek : [])} />
        </div>
        {own ? <WeekEditor week={week} off="Off" onChange={set} /> : <BusinessWeek hours={profile.businessHours} />}
        <FormEnd
          problem={fault ? `The hours ${fault}.` : problem}
          saved={saved}
          busy={busy}
          touched={draft.touched}
          word="Save hours"
          onForget={draft.forget}
        />
      </form>
      {dialog}
    </>
  );
}
