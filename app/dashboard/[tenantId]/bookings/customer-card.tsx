"use client";

import { UserX } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Allergies } from "@/app/_components/customers/allergies";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { CustomerCard as Card } from "@/lib/customers/customer-card";
import { formatDate, formatMoney } from "@/lib/platform/format";
import { NoteForm } from "./note-form";

/** Who it is that is booked, and what whoever serves them should know. */
export function CustomerCard({ customer }: { customer: Card }) {
  const say = useSay();
  const { tenant } = useShell();
  const [writing, setWriting] = useState(false);
  const { id, name, phone, allergies, notes, missed, owes } = customer;
  const and = say("and");
  return (
    <section aria-labelledby="customer-title" className="grid gap-3 border-t pt-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 id="customer-title" className="font-medium">
          <Link
            href={`/dashboard/${tenant.id}/customers/${id}`}
            className="underline decoration-edge underline-offset-4"
          >
            {name}
          </Link>
        </h3>
        {phone ? (
          <a href={`tel:${phone}`} className="underline decoration-edge underline-offset-4 tabular-nums">
            {phone}
          </a>
        ) : null}
      </div>
      <p className="text-quiet tabular-nums">{historyWords(say, customer, tenant.timeZone)}</p>
      {missed > 0 ? (
        <p className="flex items-center gap-1.5 text-no-show">
          <UserX aria-hidden className="size-4 shrink-0" />
          {say("Did not come {missed, plural, one {once} other {{missed} times}}", { missed })}
        </p>
      ) : null}
      {owes && owes.length > 0 ? (
        <p className="font-medium">
          {say("Owes {amount} in fees", {
            amount: owes.map(({ amountMinor, currency }) => formatMoney(amountMinor, currency)).join(` ${and} `),
          })}
        </p>
      ) : null}
      {writing ? (
        <NoteForm customer={customer} onLeave={() => setWriting(false)} />
      ) : (
        <>
          <Allergies>{allergies ?? ""}</Allergies>
          {notes ? <p className="max-w-[68ch] wrap-anywhere whitespace-pre-line">{notes}</p> : null}
          {tenant.may.includes("customers.note") ? (
            <Button className="justify-self-start" onClick={() => setWriting(true)}>
              {allergies || notes ? say("Edit allergies and notes") : say("Add allergies or notes")}
            </Button>
          ) : null}
        </>
      )}
    </section>
  );
}

function historyWords(say: Say, { since, visits, lastVisit }: Card, timeZone: string): string {
  const from = formatDate(since, timeZone, say.language);
  if (!lastVisit)
    return say("Known since {from} · {visits, plural, =0 {no visit yet} one {1 visit} other {{visits} visits}}", {
      from,
      visits,
    });
  const last = formatDate(lastVisit, timeZone, say.language);
  return say(
    "Known since {from} · {visits, plural, =0 {no visit yet} one {1 visit} other {{visits} visits}}, {visits, plural, one {on} other {the last on}} {last}",
    { from, visits, last },
  );
}
