"use client";

import { useDraft } from "@/app/_components/data/use-draft";
import { Button } from "@/app/_components/ui/button";
import type { Opening } from "@/lib/hours/get-opening";
import { FormEnd } from "../form-end";
import { useLooked } from "../use-looked";
import { useSave } from "../use-save";
import { clocked, stretchOf, usualWeek, WeekEditor } from "../week-editor";
import { setOpening } from "./actions";

/** The business's own week. */
export function OpeningForm({ opening }: { opening: Opening }) {
  const draft = useDraft({ week: opening.week.map(clocked) });
  const { week } = draft.shown;
  const { busy, saved, problem, fields, onSubmit } = useSave("settings", draft);
  const { looked, dialog } = useLooked("Change the hours anyway");
  const fault = Object.values(fields)[0]?.[0];
  return (
    <>
      <form
        onSubmit={onSubmit((tenantId) =>
          looked((look) => setOpening(tenantId, { hours: week.map(stretchOf), ...look })),
        )}
        noValidate
        aria-label="Opening hours"
        className="grid gap-4"
      >
        {week.length === 0 ? (
          <div className="grid justify-items-start gap-2">
            <p className="text-requested">
              The business is closed all week: only staff with hours of their own can be booked.
            </p>
            <Button onClick={() => draft.set({ week: usualWeek })}>Start with 09:00–18:00, Monday to Saturday</Button>
          </div>
        ) : null}
        <WeekEditor week={week} off="Closed" onChange={(next) => draft.set({ week: next })} />
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
