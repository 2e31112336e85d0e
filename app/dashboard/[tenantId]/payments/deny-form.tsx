"use client";

import { toast } from "sonner";
import type { PaymentItem } from "@/lib/payments/list-payments";
import { formatMoney } from "@/lib/platform/format";
import { deny } from "./actions";
import { NoteForm } from "./note-form";

type Props = { payment: Pick<PaymentItem, "id" | "amountMinor" | "currency" | "purpose">; onLeave(): void };

/** Says that a code which was typed in was never paid. */
export function DenyForm({ payment: { id, amountMinor, currency, purpose }, onLeave }: Props) {
  const money = formatMoney(amountMinor, currency);
  return (
    <NoteForm
      label={`${money} was not paid`}
      field="How you know"
      help={`${money} is taken off the books, and the ${purpose === "deposit" ? "visit" : "sale"} owes it again. If M-Pesa lists the code after all, it counts again.`}
      word="It was not paid"
      send={(tenantId, note) => deny(tenantId, { paymentId: id, note })}
      onDone={() => toast(`${money} is taken off: it was not paid`)}
      onLeave={onLeave}
    />
  );
}
