"use client";

import { useSearchParams } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { Sheet } from "@/app/_components/ui/sheet";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import type { Role } from "@/db/schema/people";
import { rolesGivenBy } from "@/lib/members/rules";
import { invite } from "./actions";
import { closePanel } from "./panel-address";
import { RoleChoice } from "./role-choice";
import { staffChoices } from "./staff-choices";
import { useDo, useTeam } from "./use-team";

type Wrong = { problem: string; code?: string; fields?: Record<string, string[]> };

/** Somebody with the role Staff sees the bookings of a staff profile and nothing else, so it is asked which. */
const unasked = "?";
const whoAreThey = phrase(
  "Choose the staff profile that is theirs. With Nobody they see no bookings until you link one.",
);

/** Asks somebody to join. */
export function InviteSheet() {
  const say = useSay();
  const open = useSearchParams().has("invite");
  return (
    <Sheet
      open={open}
      onClose={closePanel}
      title={say("Invite somebody")}
      about={say("They get a link by e-mail or SMS. It works once, for seven days.")}
    >
      <InviteForm />
    </Sheet>
  );
}

function InviteForm() {
  const say = useSay();
  const { tenant } = useShell();
  const team = useTeam();
  const act = useDo();
  const [role, setRole] = useState<Role | null>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const free = team ? staffChoices(say, team) : [];

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const destination = String(given.get("destination"));
    if (!role) return setWrong({ problem: "", fields: { role: [say("Choose what they may do.")] } });
    const chosen = String(given.get("staffId"));
    if (chosen === unasked) return setWrong({ problem: "", fields: { staffId: [say(whoAreThey)] } });
    const staffId = chosen || null;
    setBusy(true);
    const not = await act((tenantId) => invite(tenantId, { destination, role, staffId }));
    setBusy(false);
    setWrong(not);
    if (not) return;
    closePanel();
    toast(say("Invitation sent"), { description: say("To {destination}", { destination: destination.trim() }) });
  };

  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <Field
        label={say("E-mail or phone")}
        name="destination"
        autoComplete="off"
        inputMode="email"
        required
        help={say("Where the link goes. They sign in with it, too.")}
        error={
          wrong?.fields?.destination &&
          (wrong.code === "invalid" ? say("This is neither an e-mail address nor a phone number.") : wrong.problem)
        }
      />
      <RoleChoice
        choices={rolesGivenBy(tenant.role)}
        value={role}
        onChoose={setRole}
        error={wrong?.fields?.role?.[0]}
      />
      <SelectField
        label={say("Serves customers as")}
        name="staffId"
        choices={[...(role === "staff" ? [{ value: unasked, label: say("Choose a staff profile") }] : []), ...free]}
        // Another question for another role, with an answer of its own.
        key={role === "staff" ? "staff" : "others"}
        help={say("Links the login to a person on your staff list, so that they see their own bookings.")}
        error={wrong?.fields?.staffId?.[0]}
      />
      <ProblemLine>{wrong?.fields ? "" : wrong?.problem}</ProblemLine>
      <div className="flex justify-end gap-2">
        <Button size="large" onClick={closePanel}>
          {say("Cancel")}
        </Button>
        <Button type="submit" kind="primary" size="large" disabled={busy}>
          {busy ? say("Sending") : say("Send invitation")}
        </Button>
      </div>
    </form>
  );
}
