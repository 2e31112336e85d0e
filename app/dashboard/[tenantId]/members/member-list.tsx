"use client";

import { ShieldCheck } from "lucide-react";
import { memberPhoto } from "@/app/_components/data/keys";
import { useShell } from "@/app/_components/shell/shell-context";
import { Avatar } from "@/app/_components/ui/avatar";
import { useSay } from "@/app/_words/use-say";
import type { MemberItem } from "@/lib/members/list-members";
import { roleWords } from "@/lib/members/rules";
import { ListLoading } from "../list-loading";
import { openPanel } from "./panel-address";
import { useTeam } from "./use-team";

const columns = "md:grid-cols-[minmax(0,3fr)_8rem_minmax(0,2fr)]";

/** Who works here; each opens a panel of their own. */
export function MemberList() {
  const say = useSay();
  const team = useTeam();
  if (!team) return <ListLoading rows={6} />;
  return (
    <section aria-label={say("Members")}>
      <div
        aria-hidden
        className={`hidden gap-x-4 border-b bg-canvas px-4 py-2 text-quiet md:grid md:px-6 xl:pl-8 ${columns}`}
      >
        <span>{say("Name")}</span>
        <span>{say("Role")}</span>
        <span>{say("Serves as")}</span>
      </div>
      <ul>
        {team.members.map((member) => (
          <Row key={member.userId} member={member} />
        ))}
      </ul>
    </section>
  );
}

function Row({ member }: { member: MemberItem }) {
  const say = useSay();
  const { tenant, user } = useShell();
  const address = `?member=${member.userId}`;
  return (
    <li data-member={member.userId} className="border-b">
      <a
        href={address}
        onClick={(event) => openPanel(event, address)}
        className={`grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-0.5 px-4 py-(--row) transition-colors hover:bg-wash focus-visible:-outline-offset-2 md:px-6 xl:pl-8 ${columns}`}
      >
        <span className="flex min-w-0 items-center gap-3">
          <Avatar name={member.name} photo={memberPhoto(tenant.id, member.userId, member.photo)} />
          <span className="grid min-w-0">
            <span className="flex min-w-0 items-center gap-1.5 font-medium">
              <span className="truncate">{member.name}</span>
              {member.userId === user.id ? (
                <span className="shrink-0 font-normal text-quiet">{say("(you)")}</span>
              ) : null}
              {member.hasSecondFactor ? (
                <>
                  <ShieldCheck aria-hidden className="size-4 shrink-0 text-confirmed" />
                  <span className="sr-only">{say("has a second factor")}</span>
                </>
              ) : null}
            </span>
            <span className="truncate text-quiet">{member.email ?? member.phone}</span>
          </span>
        </span>
        <span data-role className="self-start md:self-center">
          {say.known(roleWords[member.role])}
        </span>
        <span className="hidden truncate text-quiet md:block">{member.staffName ?? "–"}</span>
        {member.staffName ? (
          <span className="col-span-2 ml-11 text-quiet md:hidden">
            {say("Serves as {name}", { name: member.staffName })}
          </span>
        ) : null}
      </a>
    </li>
  );
}
