"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useAct } from "@/app/_components/data/use-act";
import { SendOrCancel } from "@/app/_components/forms/send-or-cancel";
import { useSend } from "@/app/_components/forms/use-send";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Fact, Facts } from "@/app/_components/ui/fact";
import { Field } from "@/app/_components/ui/field";
import { Sheet } from "@/app/_components/ui/sheet";
import { useSay } from "@/app/_words/use-say";
import { formatDate, formatMoney } from "@/lib/platform/format";
import type { ListedVoucher } from "@/lib/rewards/list-vouchers";
import { mostRewardWords } from "@/lib/rewards/rules";
import { originWords, statusWords } from "@/lib/vouchers/rules";
import { ListLoading } from "../../list-loading";
import { closePanel } from "../../members/panel-address";
import { takeCodeBack } from "../actions";
import { costWords } from "../cost-words";
import { codeKey } from "../reward-keys";
import { GiveForm } from "./give-form";

/** The code that the address names, or one to be given. */
export function CodeSheet() {
  const say = useSay();
  const { tenant } = useShell();
  const asked = useSearchParams().get("code");
  const [kept, setKept] = useState(asked);
  if (asked && asked !== kept) setKept(asked);
  const gives = kept === "give";
  const { data, error } = useSWR<ListedVoucher>(kept && !gives ? codeKey(tenant.id, kept) : null, fetchJson);
  return (
    <Sheet
      open={asked !== null && !error && (!gives || tenant.may.includes("rewards.manage"))}
      onClose={closePanel}
      title={gives ? say("Give something") : (data?.name ?? say("Code"))}
      about={gives ? say("A reward or points, to one customer.") : say("One customer’s code, used once at the till.")}
    >
      {gives ? <GiveForm /> : data ? <CodeFacts key={data.id} voucher={data} /> : <ListLoading rows={4} />}
    </Sheet>
  );
}

function CodeFacts({ voucher }: { voucher: ListedVoucher }) {
  const say = useSay();
  const { tenant } = useShell();
  const [asking, setAsking] = useState(false);
  const { id, customer, code, status, origin, reason, points, visits, offMinor, saleNumber, expiresAt, by } = voucher;
  const day = (at: string) => formatDate(at, tenant.timeZone, say.language);
  return (
    <div className="grid gap-6">
      <Facts>
        <Fact term={say("Customer")}>{customer.name}</Fact>
        <Fact term={say("Code")}>{code}</Fact>
        <Fact term={say("State")}>{say.known(statusWords(status))}</Fact>
        <Fact term={say("Since")}>{`${day(voucher.createdAt)}, ${say.known(originWords[origin]).toLowerCase()}`}</Fact>
        {points > 0 || visits > 0 ? (
          <Fact term={say("Turned in")}>
            {costWords(say, { pointsRequired: points || null, visitsRequired: visits || null })}
          </Fact>
        ) : null}
        {reason ? <Fact term={say("Why")}>{reason}</Fact> : null}
        {by ? <Fact term={say("By")}>{by}</Fact> : null}
        {status === "pending" ? <Fact term={say("Until")}>{day(expiresAt)}</Fact> : null}
        {voucher.redeemedAt ? (
          <Fact term={say("Used")}>
            {say("{day}, sale {number}, {amount} off", {
              day: day(voucher.redeemedAt),
              number: saleNumber ?? "",
              amount: formatMoney(offMinor, voucher.currency),
            })}
          </Fact>
        ) : null}
      </Facts>
      {asking ? <TakeBack id={id} onDone={() => setAsking(false)} /> : null}
      {status === "pending" && !asking && tenant.may.includes("rewards.manage") ? (
        <Button size="large" className="justify-self-end" onClick={() => setAsking(true)}>
          {say("Take it back")}
        </Button>
      ) : null}
    </div>
  );
}

function TakeBack({ id, onDone }: { id: string; onDone(): void }) {
  const say = useSay();
  const act = useAct("rewards");
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ reason }) => act((tenantId) => takeCodeBack(tenantId, { voucherId: id, reason })),
    () => {
      toast(say("The code is taken back"));
      onDone();
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Take it back")} className="grid gap-5 border-t pt-5">
      <p>{say("It can no longer be used, and what was turned in for it comes back.")}</p>
      <Field
        name="reason"
        label={say("Why")}
        error={errorOf("reason", say("The reason"))}
        maxLength={mostRewardWords}
        autoComplete="off"
        autoFocus
      />
      <SendOrCancel problem={problem} busy={busy} word={say("Take it back")} onCancel={onDone} />
    </form>
  );
}
