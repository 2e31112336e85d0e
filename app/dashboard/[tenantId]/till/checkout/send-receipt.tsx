"use client";

import { useState } from "react";
import { toast } from "sonner";
import { DeskNotice } from "@/app/_components/customers/desk-notice";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import type { SaleFacts } from "@/lib/till/get-sale";
import { send } from "../actions";

/** The receipt as a link, to whoever bought or to whom they say. */
export function SendReceipt({ sale }: { sale: SaleFacts }) {
  const say = useSay();
  const act = useAct("till");
  const [channel, setChannel] = useState<"sms" | "email" | null>(null);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ to }) => act((tenantId) => send(tenantId, { saleId: sale.id, channel, to, key })),
    ({ to }) => {
      toast(say("The receipt is on its way"), { description: to });
      setChannel(null);
      setKey(crypto.randomUUID());
    },
  );
  if (!channel)
    return (
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setChannel("sms")}>{say("Send by SMS")}</Button>
        <Button onClick={() => setChannel("email")}>{say("Send by e-mail")}</Button>
      </div>
    );
  const isSms = channel === "sms";
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Send the receipt")} className="grid gap-3">
      <Field
        name="to"
        label={isSms ? say("Phone") : say("E-mail")}
        type={isSms ? "tel" : "email"}
        defaultValue={(isSms ? sale.customer?.phone : sale.customer?.email) ?? ""}
        error={errorOf("to", isSms ? say("The phone") : say("The e-mail"))}
        autoComplete="off"
        autoFocus
      />
      {isSms ? <DeskNotice use={say("to send them this receipt")} /> : null}
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex gap-2">
        <Button type="submit" size="large" aria-disabled={busy}>
          {busy ? say("Sending") : say("Send it")}
        </Button>
        <Button kind="bare" size="large" onClick={() => setChannel(null)}>
          {say("Cancel")}
        </Button>
      </div>
    </form>
  );
}
