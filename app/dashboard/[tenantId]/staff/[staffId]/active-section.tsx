"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { Section } from "@/app/_components/section";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { StaffProfile } from "@/lib/staff/get-profile";
import { useLooked } from "../../use-looked";
import { changePerson } from "../actions";

/** Whether customers can book them; the bookings that stand are looked at first. */
export function ActiveSection({ profile: { id, name, active } }: { profile: StaffProfile }) {
  const say = useSay();
  const act = useAct("staff");
  const { looked, dialog } = useLooked(say("Deactivate anyway"));
  const [busy, setBusy] = useState(false);
  const set = async (to: boolean) => {
    setBusy(true);
    const answer = await act((tenantId) =>
      looked((look) => changePerson(tenantId, { id, to: { active: to, ...look } })),
    );
    setBusy(false);
    if (answer.ok)
      toast(to ? say("{name} can be booked again", { name }) : say("{name} can no longer be booked", { name }));
    else if (answer.problem) toast(answer.problem);
  };
  return (
    <Section
      title={say("Bookable")}
      about={
        active ? say("Customers can choose them.") : say("Customers cannot choose them. Their past stays as it was.")
      }
    >
      {active ? (
        <Button size="large" className="justify-self-start text-danger" disabled={busy} onClick={() => set(false)}>
          {say("Deactivate")}
        </Button>
      ) : (
        <Button size="large" className="justify-self-start" disabled={busy} onClick={() => set(true)}>
          {say("Make bookable again")}
        </Button>
      )}
      {dialog}
    </Section>
  );
}
