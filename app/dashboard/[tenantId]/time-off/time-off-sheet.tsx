"use client";

import { useSearchParams } from "next/navigation";
import { useShell } from "@/app/_components/shell/shell-context";
import { Sheet } from "@/app/_components/ui/sheet";
import { useSay } from "@/app/_words/use-say";
import { closePanel } from "../members/panel-address";
import { TimeOffForm } from "./time-off-form";

type Person = { id: string; name: string };

/** A new one: entered for somebody, or asked for. */
export function TimeOffSheet({ people, onClose = closePanel }: { people: readonly Person[]; onClose?(): void }) {
  const say = useSay();
  const { tenant } = useShell();
  const open = useSearchParams().get("add") === "new";
  const decides = tenant.may.includes("time_off.decide");
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={decides ? say("Enter time off") : say("Ask for time off")}
      about={
        decides
          ? say("It holds at once: nobody can book them meanwhile.")
          : say("It holds once somebody has approved it.")
      }
    >
      <TimeOffForm people={people} onDone={onClose} />
    </Sheet>
  );
}
