"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { ResourceItem } from "@/lib/resources/list-resources";
import { useLooked } from "../../use-looked";
import { changeInHouse } from "../actions";

/** Broken, sold or being repaired: out of use, and back again. */
export function UseSection({ resource: { id, name, active } }: { resource: ResourceItem }) {
  const say = useSay();
  const act = useAct("settings");
  const { looked, dialog } = useLooked(say("Take it out of use anyway"));
  const [busy, setBusy] = useState(false);
  const set = async (to: boolean) => {
    setBusy(true);
    const answer = await act((tenantId) =>
      looked((look) => changeInHouse(tenantId, { id, to: { active: to, ...look } })),
    );
    setBusy(false);
    if (answer.ok) toast(to ? say("{name} is in use again", { name }) : say("{name} is out of use", { name }));
    else if (answer.problem) toast(answer.problem);
  };
  return (
    <section aria-label={say("In use")} className="mt-6 grid gap-3 border-t pt-5">
      <p className="text-quiet">
        {active
          ? say("Out of use, its services are booked without it: take those off offer that cannot be done so.")
          : say("Its services are booked without it at the moment.")}
      </p>
      <Button
        size="large"
        className={active ? "justify-self-start text-danger" : "justify-self-start"}
        disabled={busy}
        onClick={() => void set(!active)}
      >
        {active ? say("Take out of use") : say("Use it again")}
      </Button>
      {dialog}
    </section>
  );
}
