"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { PaymentItem } from "@/lib/payments/list-payments";
import { isDeniable } from "@/lib/payments/rules";
import { formatDayTime, formatMoney } from "@/lib/platform/format";
import { openPanel } from "../../members/panel-address";
import { methodWords } from "../../method-words";
import { markSeen } from "../actions";
import { AskAgain } from "../ask-again";
import { DenyForm } from "../deny-form";
import { NoteForm } from "../note-form";
import { paymentAddress } from "../payment-address";
import { doubtWords } from "../payment-words";

/** Where asking M-Pesa once more may settle it. */
const worthAsking = new Set([
  "never_answered",
  "unknown_code",
  "config",
  "time_freed",
  "amount_differs",
  "not_in_list",
]);

/** A doubtful payment. */
export function DoubtLine({ payment }: { payment: PaymentItem }) {
  const say = useSay();
  const { tenant } = useShell();
  const [open, setOpen] = useState<"looked" | "denied" | null>(null);
  const { id, amountMinor, currency, customerName, method, receipt, at } = payment;
  const doubt = payment.doubt ?? "";
  const { title, about } = doubtWords(say, doubt);
  const facts = [
    customerName ?? say("Walk-in"),
    say(methodWords[method]),
    receipt,
    formatDayTime(at, tenant.timeZone, say.language),
  ];
  return (
    <li className="grid gap-3 px-4 py-4 md:px-6 xl:pl-8">
      <div className="grid gap-0.5">
        <p className="flex flex-wrap items-baseline gap-x-4">
          <span className="font-semibold tabular-nums">{formatMoney(amountMinor, currency)}</span>
          <span className="font-medium">{title}</span>
        </p>
        <p className="break-words tabular-nums">{facts.filter(Boolean).join(" · ")}</p>
        <p className="max-w-[72ch] text-quiet">{about}</p>
      </div>
      {open === "denied" ? (
        <DenyForm payment={payment} onLeave={() => setOpen(null)} />
      ) : open === "looked" ? (
        <NoteForm
          label={say("Looked at {money}", { money: formatMoney(amountMinor, currency) })}
          field={say("What you found")}
          help={say("It stays with the payment and in the audit log.")}
          word={say("It is settled")}
          send={(tenantId, note) => markSeen(tenantId, { paymentId: id, doubt, note })}
          onDone={() => toast(say("Looked at, and written down"))}
          onLeave={() => setOpen(null)}
        />
      ) : (
        <div className="flex flex-wrap items-start gap-2">
          <Button onClick={() => setOpen("looked")}>{say("I have looked at it")}</Button>
          {isDeniable(payment) ? <Button onClick={() => setOpen("denied")}>{say("It was not paid")}</Button> : null}
          {method === "prompt" && worthAsking.has(doubt) ? <AskAgain paymentId={id} /> : null}
          <Button asChild kind="bare">
            <a href={`?payment=${id}`} onClick={(event) => openPanel(event, paymentAddress(id))}>
              {say("History")}
            </a>
          </Button>
        </div>
      )}
    </li>
  );
}
