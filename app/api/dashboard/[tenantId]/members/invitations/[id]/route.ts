import { z } from "zod";
import { memberProblem } from "@/app/_server/member-refused";
import { always } from "@/app/_server/proof";
import { json, memberCommand, notFoundProblem } from "@/app/_server/route";
import { resendInvitation } from "@/lib/members/resend-invitation";
import { revokeInvitation } from "@/lib/members/revoke-invitation";
import { isId } from "@/lib/platform/ids";

type Params = { id: string };
const nothing = z.object({});

/** Sends it again: a fresh link, the old one is dead. */
export const POST = memberCommand<object, Params>("members.manage", nothing, async (scope, _, __, { id }) => {
  if (!isId(id)) return notFoundProblem();
  const sent = await resendInvitation(scope, id);
  return sent.ok ? json(sent.value, 201) : memberProblem(sent);
});

export const DELETE = memberCommand<object, Params>(
  "members.manage",
  nothing,
  async (scope, _, __, { id }) => {
    if (!isId(id)) return notFoundProblem();
    const revoked = await revokeInvitation(scope, id);
    return revoked.ok ? {} : memberProblem(revoked);
  },
  always,
);
