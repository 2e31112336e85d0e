"use client";

import { CircleAlert } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { PaymentItem } from "@/lib/payments/list-payments";
import { markSeen } from "./actions";
import { NoteForm } from "./note-form";
import { doubtWords } from "./payment-words";

/** What is doubtful about a payment, and that somebody has looked at it. */
export function DoubtCard({ payment, doubt }: { payment: PaymentItem; doubt: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const [open, setOpen] = useState(false);
  const { title, about } = doubtWords(say, doubt);
  return (
    <section aria-label={title} className="grid gap-3 border-l-2 border-requested pl-3">
      <div className="grid gap-0.5">
        <h3 className="flex items-center gap-1.5 font-semibold">
          <CircleAlert aria-hidden className="size-4 shrink-0 text-requested" />
          {title}
        </h3>
        <p className="text-quiet">{about}</p>
      </div>
      {!tenant.may.includes("payments.match") ? null : open ? (
        <NoteForm
          label={say("Looked at it")}
          field={say("What you found")}
          word={say("It is settled")}
          send={(tenantId, note) => markSeen(tenantId, { paymentId: payment.id, doubt, note })}
          onDone={() => toast(say("Looked at, and written down"))}
          onLeave={() => setOpen(false)}
        />
      ) : (
        <Button className="justify-self-start" onClick={() => setOpen(true)}>
          {say("I have looked at it")}
        </Button>
      )}
    </section>
  );
}
