"use client";

import { CircleAlert } from "lucide-react";
import { useDraft } from "@/app/_components/data/use-draft";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import { doubtWords } from "@/app/dashboard/[tenantId]/payments/payment-words";
import { useSaveBy } from "@/app/dashboard/[tenantId]/use-save";
import { formatMoney } from "@/lib/platform/format";
import type { Doubt } from "@/lib/subscriptions/list-doubts";
import { useAdminAct } from "../use-admin-act";
import { formatMoment, subscriptionsKey } from "../words";
import { seenDoubt } from "./actions";

const unasked = {
  title: phrase("Came in unasked"),
  about: phrase(
    "Somebody typed the number. If it pays an invoice, write that down at the business, with this code; then say so here.",
  ),
};

/** Money of the platform's that somebody has to look at. */
export function DoubtList({ doubts }: { doubts: Doubt[] }) {
  const say = useSay();
  if (doubts.length === 0) return null;
  return (
    <section aria-label={say("Money to look at")} className="grid gap-4 border-t px-4 py-4 md:px-6 xl:px-8">
      <h2 className="font-semibold">{say("Money to look at")}</h2>
      <ul className="grid gap-4 lg:grid-cols-2">
        {doubts.map((one) => (
          <li key={one.paymentId ?? one.receipt} className="grid content-start gap-3 border-l-2 border-requested pl-3">
            <DoubtForm doubt={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function DoubtForm({ doubt: one }: { doubt: Doubt }) {
  const say = useSay();
  const { paymentId, doubt, receipt, business, amountMinor, currency, reference, at } = one;
  const draft = useDraft({ note: "" });
  const { shown, set } = draft;
  const { busy, problem, onSubmit, errorOf } = useSaveBy(useAdminAct(subscriptionsKey({})), draft);
  const { title, about } = doubt ? doubtWords(say, doubt) : { title: say(unasked.title), about: say(unasked.about) };
  const name = `seen-${paymentId ?? receipt}`;
  return (
    <form
      noValidate
      aria-label={`${title}, ${receipt ?? reference}`}
      className="grid gap-3"
      onSubmit={onSubmit(() => seenDoubt({ paymentId, doubt, receipt, note: shown.note }))}
    >
      <div className="grid gap-0.5">
        <h3 className="flex items-center gap-1.5 font-semibold">
          <CircleAlert aria-hidden className="size-4 shrink-0 text-requested" />
          {title}
        </h3>
        <p className="tabular-nums">
          {formatMoney(amountMinor, currency)}
          {business ? `, ${business}` : ""}
          {receipt ? `, ${receipt}` : ""}
          {reference && reference !== receipt ? `, “${reference}”` : ""}, {formatMoment(at, say.language)}
        </p>
        <p className="text-quiet">{about}</p>
      </div>
      <Field
        name={name}
        label={say("What you found")}
        value={shown.note}
        onChange={({ target }) => set({ note: target.value })}
        error={errorOf("note", say("What you found"))}
      />
      <ProblemLine>{problem}</ProblemLine>
      <Button type="submit" size="large" className="justify-self-start" aria-disabled={busy || !draft.touched}>
        {busy ? say("Saving") : say("It is settled")}
      </Button>
    </form>
  );
}
