"use client";

import { BadgeCheck } from "lucide-react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import { formatMoney } from "@/lib/platform/format";
import type { SubscriptionAnswer } from "@/lib/subscriptions/get-subscription";
import { ListLoading } from "../../list-loading";
import { planKey } from "../settings-keys";
import { EndForm } from "./end-form";
import { InvoiceList } from "./invoice-list";
import { OfferList } from "./offer-list";
import { PayForm } from "./pay-form";
import { PayerLine } from "./payer-line";
import { standingWords } from "./plan-words";
import { RoomList } from "./room-list";

/** What the business has with the platform. */
export function PlanView() {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<SubscriptionAnswer>(planKey(tenant.id), fetchJson);
  if (!data) return <ListLoading rows={6} />;
  const facts = data.charged;
  if (!facts)
    return (
      <EmptyState
        icon={BadgeCheck}
        title={say("Nothing is charged")}
        why={say("Whoever runs this installation asks nothing of your business, and nothing is limited.")}
      />
    );
  const manages = tenant.may.includes("subscription.manage");
  return (
    <>
      <Section title={say("Where it stands")} about={standingWords(say, facts)}>
        {facts.open ? <PayForm facts={facts} manages={manages} key={facts.open.id} /> : null}
        {facts.creditMinor > 0 ? (
          <p>
            {say.rich("<bold>{amount}</bold> of credit is used for your next invoice.", {
              amount: formatMoney(facts.creditMinor, facts.currency),
              bold: (chunks) => <span className="font-medium tabular-nums">{chunks}</span>,
            })}
          </p>
        ) : null}
        {manages && facts.payerPhone ? <PayerLine phone={facts.payerPhone} /> : null}
        <RoomList room={facts.room} />
      </Section>
      <OfferList facts={facts} manages={manages} />
      <InvoiceList facts={facts} />
      {manages && facts.status !== "cancelled" ? <EndForm facts={facts} /> : null}
    </>
  );
}
