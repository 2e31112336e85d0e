"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { Section } from "@/app/_components/section";
import { Button } from "@/app/_components/ui/button";
import type { StaffProfile } from "@/lib/staff/get-profile";
import { useLooked } from "../../use-looked";
import { changePerson } from "../actions";

/** Whether customers can book them; the bookings that stand are looked at first. */
export function ActiveSection({ profile: { id, name, active } }: { profile: StaffProfile }) {
  const act = useAct("staff");
  const { looked, dialog } = useLooked("Deactivate anyway");
  const [busy, setBusy] = useState(false);
  const set = async (to: boolean) => {
    setBusy(true);
    const answer = await act((tenantId) =>
      looked((look) => changePerson(tenantId, { id, to: { active: to, ...look } })),
    );
    setBusy(false);
    if (answer.ok) toast(to ? `${name} can be booked again` : `${name} can no longer be booked`);
    else if (answer.problem) toast(answer.problem);
  };
  return (
    <Section
      title="Bookable"
      about={active ? "Customers can choose them." : "Customers cannot choose them. Their past stays as it was."}
    >
      {active ? (
        <Button size="large" className="justify-self-start text-danger" disabled={busy} onClick={() => set(false)}>
          Deactivate
        </Button>
      ) : (
        <Button size="large" className="justify-self-start" disabled={busy} onClick={() => set(true)}>
          Make bookable again
        </Button>
      )}
      {dialog}
    </Section>
  );
}
