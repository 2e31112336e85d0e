"use client";

import { useState } from "react";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { MemberItem } from "@/lib/members/list-members";
import { remove } from "./actions";
import { closePanel } from "./panel-address";
import { useDoAndTell } from "./use-team";

/** Asks once more: there is no way back but a new invitation. */
export function RemoveMember({ member }: { member: MemberItem }) {
  const say = useSay();
  const { tenant } = useShell();
  const tell = useDoAndTell();
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    const done = await tell(
      (tenantId) => remove(tenantId, { id: member.userId }),
      say("{name} was removed", { name: member.name }),
    );
    setBusy(false);
    if (done) closePanel();
  };
  return (
    <section aria-label={say("Remove")} className="grid gap-3 border-t pt-5">
      {sure ? (
        <>
          <p>
            {say("{name} loses access to {house} at once, on every device. To come back they need a new invitation.", {
              name: member.name,
              house: tenant.name,
            })}
            {member.role === "owner" ? ` ${say("API keys that they made stop working.")}` : ""}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button size="large" className="text-danger" onClick={go} disabled={busy}>
              {busy ? say("Removing") : say("Remove {name}", { name: member.name })}
            </Button>
            <Button size="large" kind="bare" onClick={() => setSure(false)}>
              {say("{of, select, other {Keep}}", { of: "person" })}
            </Button>
          </div>
        </>
      ) : (
        <Button kind="bare" className="-ml-3 justify-self-start text-danger" onClick={() => setSure(true)}>
          {say("Remove from {house}", { house: tenant.name })}
        </Button>
      )}
    </section>
  );
}
