"use client";

import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { Opening } from "@/lib/hours/get-opening";
import { usualWeek } from "../week-editor";
import { WeekForm } from "../week-form";
import { setOpening } from "./actions";

/** The business's own week. */
export function OpeningForm({ opening }: { opening: Opening }) {
  const say = useSay();
  return (
    <WeekForm
      area="settings"
      label={say("Opening hours")}
      noun="hours"
      hours={opening.week}
      off={say("Closed")}
      save={(tenantId, hours, look) => setOpening(tenantId, { hours, ...look })}
      above={(week, set) =>
        week.length > 0 ? null : (
          <div className="grid justify-items-start gap-2">
            <p className="text-requested">
              {say("The business is closed all week: only staff with hours of their own can be booked.")}
            </p>
            <Button className="whitespace-normal" onClick={() => set(usualWeek)}>
              {say("Start with 09:00–18:00, Monday to Saturday")}
            </Button>
          </div>
        )
      }
    />
  );
}
