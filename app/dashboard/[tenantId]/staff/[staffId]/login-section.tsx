"use client";

import Link from "next/link";
import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import type { ActionAnswer } from "@/app/_server/action";
import { useSay } from "@/app/_words/use-say";
import { mayGive, roleWords } from "@/lib/members/rules";
import { formatDay } from "@/lib/platform/format";
import type { Login, OpenInvitation, StaffProfile } from "@/lib/staff/get-profile";
import { change, invite, sendAgain, withdraw } from "../../members/actions";

/** Who signs in as this person: nobody, somebody who is asked to, or a member. */
export function LoginSection({ profile }: { profile: StaffProfile }) {
  const say = useSay();
  const { tenant } = useShell();
  if (!tenant.may.includes("members.manage")) return null;
  const { login, invitation, active } = profile;
  return (
    <Section
      at="login"
      title={say("Sign-in")}
      about={say("With a login of their own they see their own bookings and this profile.")}
    >
      {login ? (
        <Linked login={login} />
      ) : invitation ? (
        <Invited invitation={invitation} />
      ) : active ? (
        <>
          <InviteForm profile={profile} />
          <p className="text-quiet">
            {say.rich("Somebody who signs in here already is linked <link>on the members page</link>.", {
              link: (chunks) => (
                <Link href={`/dashboard/${tenant.id}/members`} className="underline underline-offset-4 hover:text-ink">
                  {chunks}
                </Link>
              ),
            })}
          </p>
        </>
      ) : (
        <p className="text-quiet">{say("Make them bookable first; then they can be invited.")}</p>
      )}
    </Section>
  );
}

function useTell() {
  const act = useAct("staff");
  const [busy, setBusy] = useState(false);
  const tell = async (work: (tenantId: string) => Promise<ActionAnswer<unknown>>, told: string) => {
    setBusy(true);
    const answer = await act(work);
    setBusy(false);
    toast(answer.ok ? told : answer.problem);
  };
  return { busy, tell };
}

function Linked({ login: { userId, name, contact, role } }: { login: Login }) {
  const say = useSay();
  const { tenant } = useShell();
  const { busy, tell } = useTell();
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p className="grid min-w-0">
        <span className="font-medium">{name}</span>
        <span className="break-words text-quiet">
          {say.known(roleWords[role])} · {contact}
        </span>
      </p>
      {mayGive(tenant.role, role) ? (
        <Button
          size="large"
          disabled={busy}
          onClick={() => tell((tenantId) => change(tenantId, { id: userId, to: { staffId: null } }), say("Unlinked"))}
        >
          {say("Unlink")}
        </Button>
      ) : null}
    </div>
  );
}

function Invited({ invitation: { id, destination, role, expiresAt, expired } }: { invitation: OpenInvitation }) {
  const say = useSay();
  const { tenant } = useShell();
  const { busy, tell } = useTell();
  return (
    <>
      <p className="grid min-w-0">
        <span className="font-medium break-words">{destination}</span>
        <span className="text-quiet">
          {say("Invited as {role}", { role: say.known(roleWords[role]).toLowerCase() })} ·{" "}
          {expired ? (
            <span className="text-requested">{say("expired")}</span>
          ) : (
            say("open until {day}", { day: formatDay(expiresAt, tenant.timeZone, say.language) })
          )}
        </span>
      </p>
      {mayGive(tenant.role, role) ? (
        <div className="flex flex-wrap gap-2">
          <Button
            disabled={busy}
            onClick={() =>
              tell((tenantId) => sendAgain(tenantId, { id }), say("Sent again to {destination}", { destination }))
            }
          >
            {say("Send again")}
          </Button>
          <Button
            kind="bare"
            disabled={busy}
            onClick={() => tell((tenantId) => withdraw(tenantId, { id }), say("Invitation withdrawn"))}
          >
            {say("Withdraw")}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function InviteForm({ profile: { id, name, phone, email } }: { profile: StaffProfile }) {
  const say = useSay();
  const act = useAct("staff");
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ destination }) => act((tenantId) => invite(tenantId, { destination, role: "staff", staffId: id })),
    (destination) => toast(say("Invitation sent"), { description: say("To {destination}", { destination }) }),
  );
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Invite to sign in")} className="grid gap-4">
      <Field
        label={say("E-mail or phone")}
        name="destination"
        autoComplete="off"
        inputMode="email"
        required
        // What is known of them already is likely where they read it.
        key={email ?? phone ?? ""}
        defaultValue={email ?? phone ?? ""}
        help={say("Where {name} gets the link. It works once, for seven days.", { name })}
        error={errorOf("destination", say("E-mail or phone"))}
      />
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex justify-end">
        <Button type="submit" size="large" aria-disabled={busy}>
          {busy ? say("Sending") : say("Invite to sign in")}
        </Button>
      </div>
    </form>
  );
}
