"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { waitWords } from "@/app/_components/forms/wait-words";
import { carefully, unavailable } from "@/app/_server/action";
import { formText } from "@/app/_server/form";
import { languageHere } from "@/app/_server/language";
import { borrowsSession, requestOrigin } from "@/app/_server/origin";
import { countBooking } from "@/lib/auth/limits";
import { addressOf } from "@/lib/platform/client-address";
import { fieldErrors } from "@/lib/platform/field-errors";
import type { Language } from "@/lib/platform/format";
import { findTenant, type PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { joinFromPageInput } from "@/lib/waitlist/input";
import { type JoinRefusal, joinWaitlist } from "@/lib/waitlist/join-waitlist";
import { waitToken } from "@/lib/waitlist/wait-tokens";
import { dayParts } from "@/lib/waitlist/window-words";
import { publicWords } from "../../_parts/public-words";
import { guest } from "../../_parts/tenant";
import { fieldSentence, readablePhone } from "../../_parts/words";
import { type MoreWords, moreWords } from "../more-words";
import { faultsIn } from "../words";
import type { JoinState } from "./form-state";

const partNamed = (name: string) => dayParts[name in dayParts ? (name as keyof typeof dayParts) : "any"];

/** Somebody waits for a time to come free, or is told what is in the way with everything they typed. */
export async function joinFromPage(_: JoinState, form: FormData): Promise<JoinState> {
  const text = formText(form);
  const language = await languageHere();
  const words = moreWords[language];
  const read = (name: string) => text(name).slice(0, 200);
  const typed = { name: read("name"), phone: read("phone"), from: read("from"), to: read("to"), part: read("part") };
  const stopped = (problem: string): JoinState => ({ typed, errors: {}, problem });
  const tenant = await findTenant(read("slug"));
  const asked = await headers();
  if (tenant?.status !== "active" || borrowsSession(asked)) return stopped(unavailable);
  const { fromMinute, toMinute } = partNamed(typed.part);
  const input = joinFromPageInput.safeParse({
    serviceId: read("service"),
    staffId: read("staff") || undefined,
    customer: { name: typed.name, phone: typed.phone, language },
    windows: [{ from: typed.from, to: typed.to || typed.from, fromMinute, toMinute }],
    key: read("key") || undefined,
  });
  if (!input.success) return wrong(typed, fieldErrors(input.error), language);
  const within = await countBooking(addressOf(asked));
  if (!within.ok) return stopped(waitWords(within.retryAfterSeconds, language));
  const actor = { ...guest, from: requestOrigin(asked) };
  const joined = await carefully<Awaited<ReturnType<typeof joinWaitlist>> | string>(
    () => withTenant(tenant.id, actor, (scope) => joinWaitlist(scope, input.data, "public")),
    (problem) => problem,
  );
  if (typeof joined === "string") return stopped(joined);
  if (joined.ok) redirect(`/w/${waitToken("waitlist", joined.value.id)}`);
  return joined.refusal === "invalid"
    ? wrong(typed, joined.fields, language)
    : stopped(refusedWords(joined, tenant, words));
}

function wrong(typed: JoinState["typed"], faults: Record<string, string[]>, language: Language): JoinState {
  const { theFirstDay, theLastDay, noWaiting } = moreWords[language];
  const { name, phone } = publicWords[language];
  const labels = { name, phone, from: theFirstDay, to: theLastDay };
  const errors: JoinState["errors"] = {};
  for (const [path, [message = "is not right"]] of Object.entries(faults)) {
    const field = path.split(".").at(-1) as keyof typeof labels;
    if (field in labels) errors[field] = faultsIn[language]?.[field] ?? fieldSentence(labels[field], message);
  }
  const isShown = Object.keys(errors).length > 0;
  return { typed, errors, ...(isShown ? {} : { problem: noWaiting }) };
}

type NotInvalid = Exclude<JoinRefusal, { refusal: "invalid" }>;

function refusedWords({ refusal }: NotInvalid, tenant: PublicTenant, words: MoreWords): string {
  const call = words.pleaseCall(tenant.name, readablePhone(tenant.phone));
  switch (refusal) {
    case "waits_often":
      return `${words.waitsOften} ${call}`;
    case "waits_already":
      return words.waitsAlready;
    case "list_full":
      return `${words.listFull} ${call}`;
    case "call_us":
      return `${words.notOnline} ${call}`;
    case "key_reused":
      return words.sentBefore;
    case "not_open":
      return `${words.noOnline} ${call}`;
    case "unknown_service":
    case "unknown_staff":
      return words.notOffered;
  }
}
