"use client";

import { UserX } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Fact, Facts } from "@/app/_components/ui/fact";
import { Sheet } from "@/app/_components/ui/sheet";
import { useSay } from "@/app/_words/use-say";
import type { MemberItem } from "@/lib/members/list-members";
import { mayGive, roleWords } from "@/lib/members/rules";
import { formatDate } from "@/lib/platform/format";
import { MemberForm } from "./member-form";
import { closePanel } from "./panel-address";
import { RemoveMember } from "./remove-member";
import { useTeam } from "./use-team";

/** The member that the address names: who they are, what they may, and the way out. */
export function MemberPanel() {
  const say = useSay();
  const { tenant, user } = useShell();
  const team = useTeam();
  const asked = useSearchParams().get("member");
  // Kept while the panel slides out, so that it does not empty on its way.
  const [id, setId] = useState(asked);
  if (asked && asked !== id) setId(asked);
  const member = team?.members.find(({ userId }) => userId === id);
  const mayChange = member !== undefined && mayGive(tenant.role, member.role);
  return (
    <Sheet
      open={asked !== null}
      onClose={closePanel}
      title={member?.name ?? say("Member not found")}
      about={member ? say.known(roleWords[member.role]) : say("Nothing to show")}
    >
      {!member || !team ? (
        <EmptyState
          icon={UserX}
          title={say("This member is not here")}
          why={say("They left, were removed, or the link is wrong.")}
        />
      ) : (
        <div className="grid gap-6">
          <Known member={member} />
          {mayChange ? (
            <>
              <MemberForm key={member.userId} member={member} team={team} />
              {member.userId === user.id ? null : <RemoveMember member={member} />}
            </>
          ) : (
            <p className="text-quiet">
              {member.userId === user.id
                ? say("Only an owner can change your role.")
                : say("Only an owner can change this member.")}
            </p>
          )}
        </div>
      )}
    </Sheet>
  );
}

function Known({ member }: { member: MemberItem }) {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <Facts>
      {member.email ? <Fact term={say("E-mail")}>{member.email}</Fact> : null}
      {member.phone ? <Fact term={say("Phone")}>{member.phone}</Fact> : null}
      <Fact term={say("Joined")}>{formatDate(member.joinedAt, tenant.timeZone, say.language)}</Fact>
      <Fact term={say("Second factor")}>{member.hasSecondFactor ? say("Set up") : say("Not set up")}</Fact>
    </Facts>
  );
}
