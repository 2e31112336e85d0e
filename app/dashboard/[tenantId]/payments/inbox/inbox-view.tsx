"use client";

import { Inbox } from "lucide-react";
import type { ReactNode } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { MoneyInbox } from "@/lib/payments/list-inbox";
import { ListLoading } from "../../list-loading";
import { inboxKey } from "../money-keys";
import { DayLine } from "./day-line";
import { DoubtLine } from "./doubt-line";
import { ReceiptLine } from "./receipt-line";

/** What needs a person, each with what can be done about it. */
export function InboxView() {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<MoneyInbox>(inboxKey(tenant.id), fetchJson, { keepPreviousData: true });
  if (!data) return <ListLoading rows={6} />;
  const { payments, receipts, days, counts, currency } = data;
  if (payments.length + receipts.length + days.length === 0)
    return (
      <div className="px-4 md:px-6 xl:pl-8">
        <EmptyState
          icon={Inbox}
          title={say("Nothing needs you")}
          why={say(
            "Payments that are doubtful, and money that came to your number for nothing we know of, would wait here.",
          )}
        />
      </div>
    );
  return (
    <>
      <Part title={say("Doubtful payments")} shown={payments.length} all={counts.payments}>
        {payments.map((payment) => (
          <DoubtLine key={payment.id} payment={payment} />
        ))}
      </Part>
      <Part title={say("Money for nothing known")} shown={receipts.length} all={counts.receipts}>
        {receipts.map((receipt) => (
          <ReceiptLine key={receipt.receipt} receipt={receipt} currency={currency} />
        ))}
      </Part>
      <Part title={say("Days that differ")} shown={days.length} all={days.length}>
        {days.map((day) => (
          <DayLine key={day.day} day={day} currency={currency} />
        ))}
      </Part>
    </>
  );
}

type PartProps = { title: string; shown: number; all: number; children: ReactNode };

function Part({ title, shown, all, children }: PartProps) {
  const say = useSay();
  return shown === 0 ? null : (
    <section aria-label={title}>
      <h2 className="border-b bg-canvas px-4 py-1.5 text-base font-medium text-quiet md:px-6 xl:pl-8">
        {title} ({all})
      </h2>
      <ul className="divide-y border-b">{children}</ul>
      {all > shown ? (
        <p className="border-b px-4 py-2 text-quiet md:px-6 xl:pl-8">
          {say("The newest {shown} of {all}. The others come up as these are settled.", { shown, all })}
        </p>
      ) : null}
    </section>
  );
}
