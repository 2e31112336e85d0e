"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { waitWords } from "@/app/_components/forms/wait-words";
import { done, selfAction, stopped } from "@/app/_server/action";
import { formText } from "@/app/_server/form";
import { requestOrigin } from "@/app/_server/origin";
import { owesSecondFactor } from "@/app/_server/visitor";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { sayHere } from "@/app/_words/say-here";
import { fieldWords } from "@/app/(auth)/field-words";
import { countCostly } from "@/lib/auth/limits";
import { applyAgain } from "@/lib/tenancy/apply-again";
import { amendedInput } from "@/lib/tenancy/input";
import { withTenant } from "@/lib/tenancy/with-tenant";

const shape = amendedInput.extend({ tenantId: z.uuid() });

/** A rejected business opens for nobody, so no member's action reaches it: its owner asks as themself. */
const again = selfAction("self", shape, async (visitor, { tenantId, ...amended }) => {
  const say = await sayHere();
  const owned = visitor.memberships.find((one) => one.tenantId === tenantId && one.role === "owner");
  if (!owned) return stopped(say("This is not yours to change."));
  if (owesSecondFactor(visitor, owned))
    return stopped(say("This business asks for a second factor. Set it up in your profile first, then apply."));
  const from = requestOrigin(await headers());
  const within = await countCostly(from.address);
  if (!within.ok) return stopped(waitWords(within.retryAfterSeconds, say.language));
  const actor = { kind: "member", userId: visitor.user.id, role: "owner", staffId: owned.staffId, from } as const;
  const applied = await withTenant(tenantId, actor, (scope) => applyAgain(scope, amended));
  // Somebody was quicker: where it stands now is on its own page.
  return done(applied.ok);
});

export type AgainState = { typed: Record<string, string>; errors: Record<string, string>; problem: string };

const labels: Record<string, Phrase> = {
  businessName: phrase("The name"),
  city: phrase("The town"),
  phone: phrase("The phone number"),
};

export async function applyOnceMore(_: AgainState, form: FormData): Promise<AgainState> {
  const say = await sayHere();
  const text = formText(form);
  const typed = Object.fromEntries(Object.keys(labels).map((name) => [name, text(name).slice(0, 500)]));
  const tenantId = text("tenantId");
  const answer = await again({ ...typed, tenantId });
  if (answer.ok) redirect(`/dashboard/${tenantId}`);
  const errors = Object.entries(answer.fields ?? {}).map(([name, [message = say("is not right")]]) => [
    name,
    fieldWords(say, say(labels[name] ?? phrase("This")), message),
  ]);
  return { typed, errors: Object.fromEntries(errors), problem: say.known(answer.problem) };
}
