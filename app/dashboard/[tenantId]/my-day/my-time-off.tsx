"use client";

import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import { PanelButton } from "../members/panel-button";
import { TimeOffList } from "../time-off/time-off-list";
import { TimeOffSheet } from "../time-off/time-off-sheet";
import { closeBeside } from "./close-panel";

/** What I have asked for and what became of it, and the way to ask for more. */
export function MyTimeOff({ panel }: { panel: string }) {
  const say = useSay();
  const { tenant, user } = useShell();
  const staffId = tenant.staffId ?? "";
  const decides = tenant.may.includes("time_off.decide");
  return (
    <section aria-labelledby="my-time-off" className="max-w-200 pt-8">
      <div className="flex flex-wrap items-center justify-between gap-2 border-b px-4 pb-2 md:px-6 xl:pl-8">
        <h2 id="my-time-off">{say("My time off")}</h2>
        <PanelButton to={panel} kind="plain">
          {decides ? say("Enter time off") : say("Ask for time off")}
        </PanelButton>
      </div>
      <TimeOffList view="coming" staff={staffId} />
      <TimeOffSheet people={[{ id: staffId, name: user.name }]} onClose={closeBeside} />
    </section>
  );
}
