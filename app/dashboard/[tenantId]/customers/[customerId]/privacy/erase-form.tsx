"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { SendOrCancel } from "@/app/_components/forms/send-or-cancel";
import { useSend } from "@/app/_components/forms/use-send";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import type { CustomerPrivacy } from "@/lib/records/get-privacy";
import { customersAddress } from "../../customer-keys";
import { notYetWords } from "../../not-yet-words";
import { forgetCustomer } from "../../record-actions";

/** What will be gone and what stays, before it is done. */
export function EraseForm({ customer }: { customer: CustomerPrivacy }) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("customers");
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ name }) => act((tenantId) => forgetCustomer(tenantId, { customerId: customer.id, name: String(name) })),
    () => {
      toast(say("They are erased"));
      router.replace(customersAddress(tenant.id));
    },
  );
  const waits = notYetWords(say, customer.inTheWay);
  if (waits) return <p className="border-l-2 border-requested pl-3">{waits}</p>;
  if (!asking)
    return (
      <div>
        <Button size="large" onClick={() => setAsking(true)}>
          {say("Erase this customer")}
        </Button>
      </div>
    );
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Erase this customer")} className="grid gap-4">
      <p>
        {say(
          "Their name, phone, e-mail, photo, notes, allergies and messages will be gone everywhere, also from the audit log. Their visits, sales and M-Pesa codes stay in your books as those of “Erased customer”. Backups lose them when they are replaced.",
        )}
      </p>
      <Field
        name="name"
        label={say("Type “{name}” to say that you mean it", { name: customer.name })}
        autoComplete="off"
        error={errorOf("name", say("The name"))}
      />
      <SendOrCancel problem={problem} busy={busy} word={say("Erase for good")} onCancel={() => setAsking(false)} />
    </form>
  );
}
