"use client";

import { useDraft } from "@/app/_components/data/use-draft";
import type { StaffProfile } from "@/lib/staff/get-profile";
import { FormEnd } from "../../form-end";
import { useLooked } from "../../use-looked";
import { useSave } from "../../use-save";
import { clocked, stretchOf, WeekEditor } from "../../week-editor";
import { setBreaks } from "../actions";

const usualBreak = { from: "13:00", to: "14:00" };

/** Time within their hours in which they serve nobody, every week. */
export function BreaksForm({ profile }: { profile: StaffProfile }) {
  const draft = useDraft({ week: profile.breaks.map(clocked) });
  const { week } = draft.shown;
  const { busy, saved, problem, fields, onSubmit } = useSave("staff", draft);
  const { looked, dialog } = useLooked("Change the breaks anyway");
  const fault = Object.values(fields)[0]?.[0];
  return (
    <>
      <form
        onSubmit={onSubmit((tenantId) =>
          looked((look) => setBreaks(tenantId, { id: profile.id, breaks: week.map(stretchOf), ...look })),
        )}
        noValidate
        aria-label="Breaks"
        className="grid gap-4"
      >
        <WeekEditor week={week} off="None" usual={usualBreak} onChange={(next) => draft.set({ week: next })} />
        <FormEnd
          problem={fault ? `The breaks ${fault}.` : problem}
          saved={saved}
          busy={busy}
          touched={draft.touched}
          word="Save breaks"
          onForget={draft.forget}
        />
      </form>
      {dialog}
    </>
  );
}
