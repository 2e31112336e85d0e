"use server";

import { headers } from "next/headers";
import { waitWords } from "@/app/_components/forms/wait-words";
import { type ActionAnswer, anyoneAction, done, selfAction, stopped } from "@/app/_server/action";
import { requestOrigin } from "@/app/_server/origin";
import { phrase } from "@/app/_words/phrase";
import { sayHere } from "@/app/_words/say-here";
import { countCostly } from "@/lib/auth/limits";
import { passwordFault } from "@/lib/auth/password-rules";
import { hashPassword } from "@/lib/auth/passwords";
import { acceptInvitation, type Joiner } from "@/lib/members/accept-invitation";
import { getInvitation, type Invitation } from "@/lib/members/get-invitation";
import { newLoginInput, tokenInput } from "@/lib/members/input";
import { newId } from "@/lib/platform/ids";
import { withTenant } from "@/lib/tenancy/with-tenant";

type Joined = { tenantId: string; destination: string };

const over = phrase("This invitation can no longer be used. Ask for a new one.");

/** One button for somebody who is signed in. */
export const join = selfAction("self", tokenInput, async ({ user }, { token }) => {
  const invitation = await getInvitation(token);
  const say = await sayHere();
  return invitation ? accept(invitation, { userId: user.id }) : stopped(say(over), { code: "over" });
});

/** A login is made with the invited address; the browser signs in with it afterwards. */
export const joinWithNewLogin = anyoneAction("anyone", newLoginInput, async ({ token, name, password }) => {
  const say = await sayHere();
  const within = await countCostly(requestOrigin(await headers()).address);
  if (!within.ok) return stopped(waitWords(within.retryAfterSeconds, say.language));
  const invitation = await getInvitation(token);
  if (!invitation) return stopped(say(over), { code: "over" });
  const fault = passwordFault(password, [name, invitation.destination]);
  if (fault) return stopped(say("Some fields are not right."), { fields: { password: [fault] }, code: "invalid" });
  // Hashed before the transaction: it takes its time, and others would wait for it.
  const passwordHash = await hashPassword(password);
  return accept(invitation, { userId: newId(), newLogin: { name, passwordHash, language: say.language } });
});

async function accept(invitation: Invitation, joiner: Joiner): Promise<ActionAnswer<Joined>> {
  const say = await sayHere();
  const { tenantId, id, role, destination, business } = invitation;
  const from = requestOrigin(await headers());
  const actor = { kind: "member", userId: joiner.userId, role, staffId: null, from } as const;
  const joined = await withTenant(tenantId, actor, (scope) => acceptInvitation(scope, id, joiner));
  if (joined.ok) return done({ tenantId, destination });
  if (joined.refusal === "already_member") return stopped(say("You already work with {business}.", { business }));
  if (joined.refusal === "login_exists")
    return stopped(say("There is a login with this address now. Reload to sign in."));
  return stopped(say(over), { code: "over" });
}
