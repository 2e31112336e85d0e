"use client";

import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { wayBack } from "@/app/_components/data/way-back";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { SelectField } from "@/app/_components/ui/select-field";
import { useSay } from "@/app/_words/use-say";
import type { MemberItem, TeamList } from "@/lib/members/list-members";
import { rolesGivenBy } from "@/lib/members/rules";
import { change } from "./actions";
import { closePanel } from "./panel-address";
import { RoleChoice } from "./role-choice";
import { staffChoices } from "./staff-choices";
import { useDo, useDoAndTell } from "./use-team";

/** What a member may do and whom they serve as. Saved with a way back. */
export function MemberForm({ member, team }: { member: MemberItem; team: TeamList }) {
  const say = useSay();
  const { tenant, user } = useShell();
  const act = useDo();
  const tell = useDoAndTell();
  const [role, setRole] = useState(member.role);
  const [staffId, setStaffId] = useState(member.staffId ?? "");
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const self = member.userId === user.id;
  const changed = role !== member.role || staffId !== (member.staffId ?? "");

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { userId: id, role: oldRole, staffId: oldStaffId } = member;
    setBusy(true);
    // The role only when it changes: to stay an owner asks for no proof.
    const newRole = role === oldRole ? {} : { role };
    const not = await act((tenantId) => change(tenantId, { id, to: { ...newRole, staffId: staffId || null } }));
    setBusy(false);
    setProblem(not?.problem ?? "");
    if (not) return;
    // What is told lies outside the panel, and so does the way back.
    closePanel();
    const back = () =>
      tell((tenantId) => change(tenantId, { id, to: { role: oldRole, staffId: oldStaffId } }), say("Changed back"));
    toast(say("{name} was changed", { name: member.name }), {
      description: say("It holds from now on."),
      ...wayBack(say, back),
    });
  };

  return (
    <form onSubmit={submit} className="grid gap-5 border-t pt-5">
      {self ? (
        <p className="text-quiet">{say("Nobody changes their own role. Another owner can do it for you.")}</p>
      ) : (
        <RoleChoice choices={rolesGivenBy(tenant.role)} value={role} onChoose={setRole} />
      )}
      {member.role === "owner" && role !== "owner" ? (
        <p className="text-quiet">{say("API keys that they made stop working.")}</p>
      ) : null}
      <SelectField
        label={say("Serves customers as")}
        name="memberStaffId"
        value={staffId}
        onChange={(event) => setStaffId(event.target.value)}
        choices={staffChoices(say, team, member)}
        help={role === "staff" && !staffId ? say("Without a staff profile they see no bookings.") : undefined}
      />
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex justify-end">
        <Button type="submit" kind="primary" size="large" disabled={busy || !changed}>
          {busy ? say("Saving") : say("Save")}
        </Button>
      </div>
    </form>
  );
}
