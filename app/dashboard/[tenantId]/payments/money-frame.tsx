import type { ReactNode } from "react";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { useSay } from "@/app/_words/use-say";
import { MoneyTabs } from "./money-tabs";
import { PaymentPanel } from "./payment-panel";

type Props = { position: string; fallback: Record<string, unknown>; children: ReactNode };

/** A part of the payments with what it shows at first, and the payment that the address names beside it. */
export function MoneyFrame({ position, fallback, children }: Props) {
  const say = useSay();
  return (
    <SWRConfig value={{ fallback }}>
      <RenderedAt position={position} />
      <PageHeader title={say("Payments")} about={say("Received and given back")} />
      <PageBody className="pb-12">
        <MoneyTabs />
        {children}
      </PageBody>
      <PaymentPanel />
    </SWRConfig>
  );
}
