"use server";

import { z } from "zod";
import { done, memberAction } from "@/app/_server/action";
import { memberStopped } from "@/app/_server/member-refused";
import { always } from "@/app/_server/proof";
import { changeMember } from "@/lib/members/change-member";
import { changeInput, inviteInput } from "@/lib/members/input";
import { inviteMember } from "@/lib/members/invite-member";
import { removeMember } from "@/lib/members/remove-member";
import { requireSecondFactor } from "@/lib/members/require-second-factor";
import { resendInvitation } from "@/lib/members/resend-invitation";
import { revokeInvitation } from "@/lib/members/revoke-invitation";
import { makesOwner } from "@/lib/members/rules";

const one = z.object({ id: z.uuid() });

export const invite = memberAction(
  "members.manage",
  inviteInput,
  async (scope, _, input) => {
    const invited = await inviteMember(scope, input);
    return invited.ok ? done(input.destination) : memberStopped(invited);
  },
  makesOwner,
);

export const sendAgain = memberAction("members.manage", one, async (scope, _, { id }) => {
  const sent = await resendInvitation(scope, id);
  return sent.ok ? done(null) : memberStopped(sent);
});

export const withdraw = memberAction(
  "members.manage",
  one,
  async (scope, _, { id }) => {
    const revoked = await revokeInvitation(scope, id);
    return revoked.ok ? done(null) : memberStopped(revoked);
  },
  always,
);

export const change = memberAction(
  "members.manage",
  one.extend({ to: changeInput }),
  async (scope, _, { id, to }) => {
    const changed = await changeMember(scope, id, to);
    return changed.ok ? done(null) : memberStopped(changed);
  },
  ({ to }) => makesOwner(to),
);

export const remove = memberAction(
  "members.manage",
  one,
  async (scope, _, { id }) => {
    const removed = await removeMember(scope, id);
    return removed.ok ? done(null) : memberStopped(removed);
  },
  always,
);

export const requireFactor = memberAction(
  "business.manage",
  z.object({ required: z.boolean() }),
  async (scope, _, input) => {
    const set = await requireSecondFactor(scope, input.required);
    return set.ok ? done(null) : memberStopped(set);
  },
  ({ required }) => !required,
);
