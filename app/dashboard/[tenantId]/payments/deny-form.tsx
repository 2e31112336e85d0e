"use client";

import { toast } from "sonner";
import { useSay } from "@/app/_words/use-say";
import type { PaymentItem } from "@/lib/payments/list-payments";
import { formatMoney } from "@/lib/platform/format";
import { deny } from "./actions";
import { NoteForm } from "./note-form";

type Props = { payment: Pick<PaymentItem, "id" | "amountMinor" | "currency" | "purpose">; onLeave(): void };

/** Says that a code which was typed in was never paid. */
export function DenyForm({ payment: { id, amountMinor, currency, purpose }, onLeave }: Props) {
  const say = useSay();
  const money = formatMoney(amountMinor, currency);
  return (
    <NoteForm
      label={say("{money} was not paid", { money })}
      field={say("How you know")}
      help={
        purpose === "deposit"
          ? say(
              "{money} is taken off the books, and the visit owes it again. If M-Pesa lists the code after all, it counts again.",
              { money },
            )
          : say(
              "{money} is taken off the books, and the sale owes it again. If M-Pesa lists the code after all, it counts again.",
              { money },
            )
      }
      word={say("It was not paid")}
      send={(tenantId, note) => deny(tenantId, { paymentId: id, note })}
      onDone={() => toast(say("{money} is taken off: it was not paid", { money }))}
      onLeave={onLeave}
    />
  );
}
