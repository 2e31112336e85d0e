"use client";

import type { z } from "zod";
import { useDraft } from "@/app/_components/data/use-draft";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import { useSaveBy } from "@/app/dashboard/[tenantId]/use-save";
import { formatMoney } from "@/lib/platform/format";
import type { helpInput } from "@/lib/subscriptions/input";
import type { SubscriptionItem } from "@/lib/subscriptions/list-subscriptions";
import { useAdminAct } from "../use-admin-act";
import { subscriptionsKey } from "../words";
import { helpBusiness } from "./actions";

type Props = { item: SubscriptionItem; onClose(): void };

/** Days that are given, or an invoice that was paid into the bank. */
export function HelpDialog({ item, onClose }: Props) {
  const say = useSay();
  return (
    <Dialog
      open
      onClose={onClose}
      title={item.business}
      about={say("What you do here stands in the business’s audit log, with your reason.")}
    >
      <div className="grid gap-6">
        <GiveDays item={item} onClose={onClose} />
        {item.openInvoiceId ? <Settle item={item} onClose={onClose} /> : null}
      </div>
    </Dialog>
  );
}

/** Either of the two: sent as it stands, and over when it is done. */
function useHelp<T extends object>({ item: { tenantId }, onClose }: Props, begin: T) {
  const draft = useDraft(begin);
  const act = useAdminAct(subscriptionsKey({}));
  const { busy, problem, onSubmit, errorOf } = useSaveBy(act, { ...draft, touched: true });
  const send = (helpOf: (typed: T) => Help) =>
    onSubmit(async () => {
      const answer = await helpBusiness({ tenantId, help: helpOf(draft.shown) });
      if (answer.ok) onClose();
      return answer;
    });
  return { shown: draft.shown, set: draft.set, busy, problem, send, errorOf };
}

type Help = z.input<typeof helpInput>;

function GiveDays(props: Props) {
  const say = useSay();
  const { shown, set, busy, problem, send, errorOf } = useHelp(props, { days: "14", note: "" });
  return (
    <form
      noValidate
      aria-label={say("Give days")}
      className="grid gap-3"
      onSubmit={send(({ days, note }) => ({ days: Number(days || Number.NaN), note }))}
    >
      <Field
        name="days"
        label={say("Days for nothing")}
        inputMode="numeric"
        autoComplete="off"
        className="max-w-24"
        value={shown.days}
        onChange={({ target }) => set({ days: target.value })}
        error={errorOf("help", say("Days")) ?? errorOf("help.days", say("Days"))}
      />
      <Field
        name="give-note"
        label={say("Why")}
        value={shown.note}
        onChange={({ target }) => set({ note: target.value })}
        error={errorOf("help.note", say("Why"))}
      />
      <ProblemLine>{problem}</ProblemLine>
      <Button type="submit" size="large" aria-disabled={busy}>
        {busy ? say("Giving") : say("Give days")}
      </Button>
    </form>
  );
}

function Settle(props: Props) {
  const say = useSay();
  const { openInvoiceId, openNumber, owedMinor, currency } = props.item;
  const { shown, set, busy, problem, send, errorOf } = useHelp(props, { note: "" });
  return (
    <form
      noValidate
      aria-label={say("Paid otherwise")}
      className="grid gap-3 border-t pt-4"
      onSubmit={send(({ note }) => ({ invoiceId: openInvoiceId!, note }))}
    >
      <p>
        {say.rich("Invoice {number} of <money>{owed}</money> is open.", {
          number: openNumber ?? "",
          owed: formatMoney(owedMinor, currency),
          money: (chunks) => <span className="tabular-nums">{chunks}</span>,
        })}
      </p>
      <Field
        name="settle-note"
        label={say("How it was paid")}
        help={say("Such as “bank transfer of 3 March”.")}
        value={shown.note}
        onChange={({ target }) => set({ note: target.value })}
        error={errorOf("help", say("How it was paid")) ?? errorOf("help.note", say("How it was paid"))}
      />
      <ProblemLine>{problem}</ProblemLine>
      <Button type="submit" size="large" aria-disabled={busy}>
        {busy ? say("Writing down") : say("It is paid")}
      </Button>
    </form>
  );
}
