"use client";

import { Button } from "@/app/_components/ui/button";
import type { Opening } from "@/lib/hours/get-opening";
import { usualWeek } from "../week-editor";
import { WeekForm } from "../week-form";
import { setOpening } from "./actions";

/** The business's own week. */
export function OpeningForm({ opening }: { opening: Opening }) {
  return (
    <WeekForm
      area="settings"
      label="Opening hours"
      noun="hours"
      hours={opening.week}
      off="Closed"
      save={(tenantId, hours, look) => setOpening(tenantId, { hours, ...look })}
      above={(week, set) =>
        week.length > 0 ? null : (
          <div className="grid justify-items-start gap-2">
            <p className="text-requested">
              The business is closed all week: only staff with hours of their own can be booked.
            </p>
            <Button className="whitespace-normal" onClick={() => set(usualWeek)}>
              Start with 09:00–18:00, Monday to Saturday
            </Button>
          </div>
        )
      }
    />
  );
}
