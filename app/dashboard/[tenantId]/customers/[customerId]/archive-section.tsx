"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { CustomerFile } from "@/lib/customers/get-customer";
import { bringBack, putAway } from "../actions";

/** Out of the lists and back; what happened stays. */
export function ArchiveSection({ file: { id, name, archivedAt } }: { file: CustomerFile }) {
  const say = useSay();
  const act = useAct("customers");
  const [sure, setSure] = useState(false);
  const go = async () => {
    const answer = await act((tenantId) => (archivedAt ? bringBack : putAway)(tenantId, { customerId: id }));
    if (answer.ok) toast(archivedAt ? say("{name} is back", { name }) : say("{name} is put away", { name }));
    else toast.error(answer.problem);
    setSure(false);
  };
  return (
    <section aria-label={say("Put away")} className="grid justify-items-start gap-2 border-t pt-5">
      <p className="text-quiet">
        {archivedAt
          ? say("Everything that happened is still here.")
          : say(
              "Put away, they are in no list; everything that happened is kept, and who books again is back by themself.",
            )}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={archivedAt || sure ? go : () => setSure(true)}>
          {archivedAt ? say("Bring back") : sure ? say("Yes, put away") : say("Put away")}
        </Button>
        {sure ? (
          <Button kind="bare" onClick={() => setSure(false)}>
            {say("{of, select, other {Keep}}", { of: "person" })}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
