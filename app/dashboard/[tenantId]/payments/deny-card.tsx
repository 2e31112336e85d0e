"use client";

import { useState } from "react";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { PaymentItem } from "@/lib/payments/list-payments";
import { isDeniable } from "@/lib/payments/rules";
import { DenyForm } from "./deny-form";

/** Nothing but a typed code stands for it: what can be done when there was no such payment. */
export function DenyCard({ payment }: { payment: PaymentItem }) {
  const say = useSay();
  const { tenant } = useShell();
  const [open, setOpen] = useState(false);
  if (!isDeniable(payment) || !tenant.may.includes("payments.match")) return null;
  return open ? (
    <DenyForm payment={payment} onLeave={() => setOpen(false)} />
  ) : (
    <Button className="justify-self-start" onClick={() => setOpen(true)}>
      {say("It was not paid")}
    </Button>
  );
}
