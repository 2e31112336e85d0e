"use client";

import { useDraft } from "@/app/_components/data/use-draft";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Field } from "@/app/_components/ui/field";
import { useSaveBy } from "@/app/dashboard/[tenantId]/use-save";
import { formatMoney } from "@/lib/platform/format";
import type { SubscriptionItem } from "@/lib/subscriptions/list-subscriptions";
import { useAdminAct } from "../use-admin-act";
import { subscriptionsKey } from "../words";
import { helpBusiness } from "./actions";

type Props = { item: SubscriptionItem; onClose(): void };

/** Days that are given, or an invoice that was paid into the bank. */
export function HelpDialog({ item, onClose }: Props) {
  return (
    <Dialog
      open
      onClose={onClose}
      title={item.business}
      about="What you do here stands in the business’s audit log, with your reason."
    >
      <div className="grid gap-6">
        <GiveDays item={item} onClose={onClose} />
        {item.openInvoiceId ? <Settle item={item} onClose={onClose} /> : null}
      </div>
    </Dialog>
  );
}

function GiveDays({ item: { tenantId }, onClose }: Props) {
  const draft = useDraft({ days: "14", note: "" });
  const { shown, set } = draft;
  const { busy, problem, onSubmit, errorOf } = useSaveBy(useAdminAct(subscriptionsKey({})), {
    ...draft,
    touched: true,
  });
  return (
    <form
      noValidate
      aria-label="Give days"
      className="grid gap-3"
      onSubmit={onSubmit(async () => {
        const help = { days: Number(shown.days || Number.NaN), note: shown.note };
        const answer = await helpBusiness({ tenantId, help });
        if (answer.ok) onClose();
        return answer;
      })}
    >
      <Field
        name="days"
        label="Days for nothing"
        inputMode="numeric"
        autoComplete="off"
        className="max-w-24"
        value={shown.days}
        onChange={({ target }) => set({ days: target.value })}
        error={errorOf("help", "Days") ?? errorOf("help.days", "Days")}
      />
      <Field
        name="give-note"
        label="Why"
        value={shown.note}
        onChange={({ target }) => set({ note: target.value })}
        error={errorOf("help.note", "Why")}
      />
      <ProblemLine>{problem}</ProblemLine>
      <Button type="submit" size="large" aria-disabled={busy}>
        {busy ? "Giving" : "Give days"}
      </Button>
    </form>
  );
}

function Settle({ item: { tenantId, openInvoiceId, openNumber, owedMinor, currency }, onClose }: Props) {
  const draft = useDraft({ note: "" });
  const { shown, set } = draft;
  const { busy, problem, onSubmit, errorOf } = useSaveBy(useAdminAct(subscriptionsKey({})), {
    ...draft,
    touched: true,
  });
  return (
    <form
      noValidate
      aria-label="Paid otherwise"
      className="grid gap-3 border-t pt-4"
      onSubmit={onSubmit(async () => {
        const help = { invoiceId: openInvoiceId!, note: shown.note };
        const answer = await helpBusiness({ tenantId, help });
        if (answer.ok) onClose();
        return answer;
      })}
    >
      <p>
        Invoice {openNumber} of <span className="tabular-nums">{formatMoney(owedMinor, currency)}</span> is open.
      </p>
      <Field
        name="settle-note"
        label="How it was paid"
        help="Such as “bank transfer of 3 March”."
        value={shown.note}
        onChange={({ target }) => set({ note: target.value })}
        error={errorOf("help", "How it was paid") ?? errorOf("help.note", "How it was paid")}
      />
      <ProblemLine>{problem}</ProblemLine>
      <Button type="submit" size="large" aria-disabled={busy}>
        {busy ? "Writing down" : "It is paid"}
      </Button>
    </form>
  );
}
