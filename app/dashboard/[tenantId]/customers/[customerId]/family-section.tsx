"use client";

import Link from "next/link";
import { type ReactNode, useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { SendOrCancel } from "@/app/_components/forms/send-or-cancel";
import { useSend } from "@/app/_components/forms/use-send";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import type { FoundCustomer } from "@/lib/customers/find-customers";
import type { CustomerFile } from "@/lib/customers/get-customer";
import { CustomerField } from "../../bookings/customer-field";
import { letChildGo, newChild, takeChild } from "../actions";
import { BirthdayField } from "../birthday-field";
import { customerPage } from "../customer-keys";
import { sentOf } from "../typed-file";

/** For whom they book and pay, or who does that for them. */
export function FamilySection({ file }: { file: CustomerFile }) {
  const say = useSay();
  const { tenant } = useShell();
  const [asking, setAsking] = useState<"new" | "known" | null>(null);
  const { id, guardian, children } = file;
  const manages = tenant.may.includes("customers.manage");
  if (!manages && !guardian && children.length === 0) return null;
  const leave = () => setAsking(null);
  return (
    <section aria-labelledby="family" className="grid gap-3 border-t pt-5">
      <h2 id="family" className="font-semibold">
        {say("Family")}
      </h2>
      {guardian ? (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p>
            {say.rich("<guardian>{name}</guardian> books and pays for them.", {
              name: guardian.name,
              guardian: (chunks) => <Named id={guardian.id}>{chunks}</Named>,
            })}
          </p>
          {manages ? <LetGo guardianId={guardian.id} childId={id} name={file.name} /> : null}
        </div>
      ) : null}
      {children.length > 0 ? (
        <ul aria-label={say("Children and dependants")} className="divide-y border-y">
          {children.map((child) => (
            <li key={child.id} className="flex min-h-11 items-center justify-between gap-3 py-1">
              <Named id={child.id}>{child.name}</Named>
              {manages ? <LetGo guardianId={id} childId={child.id} name={child.name} /> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {!guardian && children.length === 0 && !asking ? (
        <p className="text-quiet">
          {say("Children and others without a phone of their own: this customer books and pays for them.")}
        </p>
      ) : null}
      {asking === "new" ? <NewChild guardianId={id} onDone={leave} /> : null}
      {asking === "known" ? <KnownChild guardianId={id} onDone={leave} /> : null}
      {manages && !guardian && !asking ? (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setAsking("new")}>{say("Add a child")}</Button>
          <Button kind="bare" onClick={() => setAsking("known")}>
            {say("Somebody known here")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function Named({ id, children }: { id: string; children: ReactNode }) {
  const { tenant } = useShell();
  return (
    <Link
      href={customerPage(tenant.id, id)}
      className="min-w-0 truncate font-medium underline decoration-edge underline-offset-4"
    >
      {children}
    </Link>
  );
}

function LetGo({ guardianId, childId, name }: { guardianId: string; childId: string; name: string }) {
  const say = useSay();
  const act = useAct("customers");
  const [sure, setSure] = useState(false);
  const go = async () => {
    const answer = await act((tenantId) => letChildGo(tenantId, { customerId: guardianId, childId }));
    if (answer.ok) toast(say("Nobody answers for {name} any more", { name }));
    else toast.error(answer.problem);
  };
  return (
    <Button
      kind="bare"
      onClick={sure ? go : () => setSure(true)}
      aria-label={say("Take out of the family: {name}", { name })}
    >
      {sure ? say("Yes, take out") : say("Take out")}
    </Button>
  );
}

type Asking = { guardianId: string; onDone(): void };

function NewChild({ guardianId, onDone }: Asking) {
  const say = useSay();
  const act = useAct("customers");
  const { busy, problem, onSubmit, errorOf } = useSend(
    (given) => {
      const { name, birthday } = sentOf(given);
      return act((tenantId) => newChild(tenantId, { customerId: guardianId, name, birthday }));
    },
    () => {
      toast(say("The child is added"));
      onDone();
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Add a child")} className="grid gap-4">
      <Field
        name="name"
        label={say("Name")}
        maxLength={80}
        autoComplete="off"
        error={errorOf("name", say("Name"))}
        autoFocus
      />
      <BirthdayField value={null} error={errorOf("birthday", say("The birthday")) || undefined} />
      <SendOrCancel problem={problem} busy={busy} word={say("Add")} onCancel={onDone} />
    </form>
  );
}

/** Somebody the house knows already. */
function KnownChild({ guardianId, onDone }: Asking) {
  const say = useSay();
  const act = useAct("customers");
  const [chosen, setChosen] = useState<FoundCustomer | null>(null);
  const { busy, problem, onSubmit } = useSend(
    () => act((tenantId) => takeChild(tenantId, { customerId: guardianId, childId: chosen?.id ?? "" })),
    () => {
      toast(say("{name} is in the family", { name: chosen?.name ?? "" }));
      onDone();
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Somebody known here")} className="grid gap-4">
      <CustomerField chosen={chosen} onChoose={setChosen} errorOf={() => undefined} onlyKnown />
      <SendOrCancel problem={problem} busy={busy || !chosen} word={say("Add")} onCancel={onDone} />
    </form>
  );
}
