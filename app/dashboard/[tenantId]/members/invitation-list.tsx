"use client";

import type { ReactNode } from "react";
import { useState } from "react";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { InvitationItem } from "@/lib/members/list-members";
import { mayGive, roleWords } from "@/lib/members/rules";
import { formatAgo, formatDay } from "@/lib/platform/format";
import { sendAgain, withdraw } from "./actions";
import { useDoAndTell, useTeam } from "./use-team";

/** Who is asked to join and has not answered. */
export function InvitationList() {
  const say = useSay();
  const team = useTeam();
  if (!team) return null;
  return (
    <section aria-labelledby="invitations-title">
      <h2 id="invitations-title" className="px-4 pt-6 pb-2 md:px-6 xl:pl-8">
        {say("Invitations")}
      </h2>
      {team.invitations.length === 0 ? (
        <p className="px-4 text-quiet md:px-6 xl:pl-8">{say("Nobody is invited at the moment.")}</p>
      ) : (
        <ul className="border-t">
          {team.invitations.map((invitation) => (
            <Row key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ invitation }: { invitation: InvitationItem }) {
  const say = useSay();
  const { tenant } = useShell();
  const now = useNow();
  const tell = useDoAndTell();
  const [busy, setBusy] = useState(false);
  const { id, destination, role, staffName, invitedBy, sentAt, expiresAt, expired } = invitation;
  const facts = { role: say.known(roleWords[role]), ago: formatAgo(sentAt, now, say.language), invitedBy };
  const hidden = (chunks: ReactNode) => <span className="sr-only">{chunks}</span>;
  const act = async (work: typeof sendAgain, told: string) => {
    setBusy(true);
    await tell((tenantId) => work(tenantId, { id }), told);
    setBusy(false);
  };
  return (
    <li
      data-invitation={destination}
      className="grid items-center gap-x-4 gap-y-2 border-b px-4 py-(--row) md:grid-cols-[minmax(0,1fr)_auto] md:px-6 xl:pl-8"
    >
      <span className="grid min-w-0">
        <span className="truncate font-medium">{destination}</span>
        <span className="text-pretty text-quiet">
          {staffName
            ? say("{role}, serves as {staffName} · sent {ago} by {invitedBy}", { ...facts, staffName })
            : say("{role} · sent {ago} by {invitedBy}", facts)}{" "}
          ·{" "}
          {expired ? (
            <span className="text-requested">{say("expired")}</span>
          ) : (
            say("open until {day}", { day: formatDay(expiresAt, tenant.timeZone, say.language) })
          )}
        </span>
      </span>
      {mayGive(tenant.role, role) ? (
        <span className="flex gap-2">
          <Button disabled={busy} onClick={() => act(sendAgain, say("Sent again to {destination}", { destination }))}>
            {say.rich("Send again<to> to {destination}</to>", { destination, to: hidden })}
          </Button>
          <Button
            kind="bare"
            disabled={busy}
            onClick={() => act(withdraw, say("Invitation to {destination} withdrawn", { destination }))}
          >
            {say.rich("Withdraw<what> the invitation to {destination}</what>", { destination, what: hidden })}
          </Button>
        </span>
      ) : null}
    </li>
  );
}
