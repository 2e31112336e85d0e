"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { waitWords } from "@/app/_components/forms/wait-words";
import { leavePortal } from "@/app/_server/account";
import { anyoneAction, customerAction, done } from "@/app/_server/action";
import { formText } from "@/app/_server/form";
import { isOurOwn, requestOrigin } from "@/app/_server/origin";
import { askForCode, enterWithCode } from "@/app/_server/portal-entry";
import { customerName } from "@/lib/customers/input";
import { becomeCustomer } from "@/lib/customers/own-customer";
import { findTenant, type PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import type { EntryState, NameState } from "./entry-state";
import { codeFaults, codeIn, nameFault } from "./faults";

const text = (form: FormData, name: string) => formText(form)(name).slice(0, 200);

const elsewhere = "This form came from somewhere else. Please open the page again.";
const closed = "This business takes no sign-ins at the moment.";

async function openTenant(form: FormData): Promise<PublicTenant | null> {
  const tenant = await findTenant(text(form, "slug"));
  return tenant?.status === "active" ? tenant : null;
}

/** First the phone, then the code; works as a plain form as well. */
export async function enter(_: EntryState, form: FormData): Promise<EntryState> {
  const asked = await headers();
  const [phone, challenge] = [text(form, "phone"), text(form, "challenge")];
  const atCode = { step: "code", phone, challenge } as const;
  const by = { from: requestOrigin(asked), userAgent: asked.get("user-agent") ?? "" };
  if (!isOurOwn(asked)) return { step: "phone", phone, problem: elsewhere };
  const tenant = await openTenant(form);
  if (!tenant) return { step: "phone", phone, problem: closed };
  if (text(form, "step") !== "code" || text(form, "again") !== "") {
    const sent = await askForCode(tenant, phone, by.from.address);
    if (sent.ok) return { step: "code", ...sent.value };
    if (sent.refusal === "no_phone")
      return { step: "phone", phone, fault: "That is not a number we can reach. Write it like 0712 345 678." };
    if (sent.refusal === "no_country")
      return { step: "phone", phone, fault: "We cannot send SMS to that country yet. Please call instead." };
    const problem = noneLeft(sent.retryAfterSeconds);
    return text(form, "step") === "code" ? { ...atCode, problem } : { step: "phone", phone, problem };
  }
  const code = codeIn(text(form, "code"));
  if (!code) return { ...atCode, fault: codeFaults.shape };
  const entered = await enterWithCode({ phone, challenge, code }, by);
  if (entered.ok) redirect(`/portal/${tenant.slug}`);
  if (entered.refusal === "too_often") return { ...atCode, problem: waitWords(entered.retryAfterSeconds) };
  return { ...atCode, fault: codeFaults[entered.refusal === "wrong" ? "wrong" : "too_many"] };
}

const noneLeft = (seconds: number): string =>
  seconds > 3_600 ? "No more codes can be sent to this phone today. Please call instead." : waitWords(seconds);

const naming = customerAction("portal.own", z.object({ name: customerName }), async (scope, account, { name }) =>
  done(await becomeCustomer(scope, account, name)),
);

/** A verified phone that this business did not know tells its name. */
export async function tellName(_: NameState, form: FormData): Promise<NameState> {
  const [slug, name] = [text(form, "slug"), text(form, "name")];
  const named = await naming(slug, { name });
  if (named.ok) redirect(`/portal/${slug}`);
  const [fault] = named.fields?.name ?? [];
  return { name, fault: fault ? nameFault(fault) : named.problem };
}

const leaving = anyoneAction("anyone", z.null(), async () => done(await leavePortal()));

export async function leave(form: FormData): Promise<void> {
  await leaving(null);
  const tenant = await findTenant(text(form, "slug"));
  redirect(tenant ? `/portal/${tenant.slug}/sign-in` : "/");
}
