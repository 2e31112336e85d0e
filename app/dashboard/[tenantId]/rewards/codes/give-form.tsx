"use client";

import { useState } from "react";
import { toast } from "sonner";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useAct } from "@/app/_components/data/use-act";
import { CopyButton } from "@/app/_components/forms/copy-button";
import { SendOrCancel } from "@/app/_components/forms/send-or-cancel";
import { useSend } from "@/app/_components/forms/use-send";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import type { ActionAnswer } from "@/app/_server/action";
import { useSay } from "@/app/_words/use-say";
import type { FoundCustomer } from "@/lib/customers/find-customers";
import { typedAmount } from "@/lib/platform/typed-amount";
import type { Standing } from "@/lib/rewards/list-points";
import type { RewardList } from "@/lib/rewards/list-rewards";
import { mostRewardWords } from "@/lib/rewards/rules";
import { CustomerField } from "../../bookings/customer-field";
import { closePanel } from "../../members/panel-address";
import { giveCode, givePoints } from "../actions";
import { pointsOf, visitsOf } from "../cost-words";
import { pointsKey, rewardsKey } from "../reward-keys";

type Props = {
  /** Where it is known to whom. */
  to?: FoundCustomer;
  /** What is chosen at first. */
  first?: "points" | "";
};

/** A reward for nothing, or points; to whom, and why. */
export function GiveForm({ to, first = "" }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("rewards");
  const [key] = useState(() => crypto.randomUUID());
  const [customer, setCustomer] = useState<FoundCustomer | null>(to ?? null);
  const [what, setWhat] = useState<string>(first);
  const [code, setCode] = useState("");
  const { data } = useSWR<RewardList>(rewardsKey(tenant.id), fetchJson);
  const { data: known } = useSWR<{ standing: Standing }>(
    customer ? pointsKey(tenant.id, customer.id) : null,
    fetchJson,
  );
  const { busy, problem, onSubmit, errorOf } = useSend<{ code?: string }>(
    ({ reason, points }) =>
      act(async (tenantId): Promise<ActionAnswer<{ code?: string }>> => {
        const wish = { customerId: customer?.id, reason, key };
        if (what !== "points") return giveCode(tenantId, { ...wish, rewardId: what });
        const given = await givePoints(tenantId, { ...wish, points: typedAmount(String(points)) });
        return given.ok ? { ok: true, value: {} } : given;
      }),
    (given) => {
      if (given.code) setCode(given.code);
      else {
        toast(say("The points are written"));
        closePanel();
      }
    },
  );
  if (code)
    return (
      <div className="grid justify-items-start gap-4">
        <p>
          {say("{name} has it. Tell them the code, or let them find it in their portal; it is not shown here again.", {
            name: customer?.name ?? "",
          })}
        </p>
        <p className="text-xl font-semibold tracking-wider tabular-nums" data-testid="given-code">
          {code}
        </p>
        <div className="flex gap-2">
          <CopyButton text={code} label={say("Copy")} />
          <Button size="large" kind="primary" onClick={closePanel}>
            {say("Done")}
          </Button>
        </div>
      </div>
    );
  const rewards = data?.rewards.filter(({ active }) => active) ?? [];
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Give something")} className="grid gap-5">
      {to ? null : (
        <CustomerField
          chosen={customer}
          onChoose={setCustomer}
          errorOf={(name, label) => errorOf(name === "customer.customerId" ? "customerId" : name, label)}
        />
      )}
      {!customer && errorOf("customerId", say("The customer")) ? (
        <p className="text-danger">{say("Choose a customer.")}</p>
      ) : null}
      {known ? (
        <p className="text-quiet">
          {say("They have {points} and {visits}.", {
            points: pointsOf(say, known.standing.points),
            visits: visitsOf(say, known.standing.visits),
          })}
        </p>
      ) : null}
      <SelectField
        name="rewardId"
        label={say("What")}
        value={what}
        onChange={({ target }) => setWhat(target.value)}
        error={errorOf("rewardId", say("What is given")) && say("Choose what is given.")}
        choices={[
          { value: "", label: say("Choose") },
          ...rewards.map(({ id, name }) => ({ value: id, label: name })),
          { value: "points", label: say("Points") },
        ]}
      />
      {what === "points" ? (
        <Field
          name="points"
          label={say("How many points")}
          help={say("With a minus before it they are taken away.")}
          error={errorOf("points", say("The points"))}
          autoComplete="off"
          className="max-w-32"
        />
      ) : null}
      <Field
        name="reason"
        label={say("Why")}
        help={what === "points" ? say("They read it beside their points.") : undefined}
        error={errorOf("reason", say("The reason"))}
        maxLength={mostRewardWords}
        autoComplete="off"
      />
      <SendOrCancel problem={problem} busy={busy} word={say("Give")} onCancel={closePanel} />
    </form>
  );
}
