"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { SendOrCancel } from "@/app/_components/forms/send-or-cancel";
import { useSend } from "@/app/_components/forms/use-send";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { TextArea } from "@/app/_components/ui/text-area";
import { phrase } from "@/app/_words/phrase";
import type { Phrase, Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { typedAmount } from "@/lib/platform/typed-amount";
import type { ListedReward, RewardList } from "@/lib/rewards/list-rewards";
import { mostRewardWords, rewardKinds } from "@/lib/rewards/rules";
import { makeReward, putReward } from "./actions";

type Props = { reward?: ListedReward; list: RewardList; onDone(): void };

/** A number as it was typed; absent where nothing was. NaN where it is none: the server names the field. */
const numberIn = (typed: unknown): number | undefined =>
  String(typed ?? "").trim() === "" ? undefined : typedAmount(String(typed));
const typedOf = (value: number | null | undefined) => (value === null || value === undefined ? "" : String(value));

/** What it is, what it costs, and how long it can be had. */
export function RewardForm({ reward, list, onDone }: Props) {
  const say = useSay();
  const act = useAct("rewards");
  const [key] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState<string>(reward?.kind ?? "discount");
  const [unit, setUnit] = useState(reward?.percent !== null && reward ? "percent" : "money");
  const [services, setServices] = useState<ReadonlySet<string>>(new Set(reward?.serviceIds));
  const inPercent = kind === "discount" && unit === "percent";
  const hasWorth = kind === "discount" || kind === "cashback";
  const { busy, problem, onSubmit, errorOf } = useSend(
    (given) => {
      const much = numberIn(given.worth);
      const wish = {
        ...{ name: given.name, description: given.description, kind, serviceIds: [...services] },
        productId: (kind === "gift" && given.productId) || null,
        ...(hasWorth && inPercent ? { percent: much } : {}),
        ...(hasWorth && !inPercent ? { amountMinor: much === undefined ? undefined : Math.round(much * 100) } : {}),
        ...{ pointsRequired: numberIn(given.pointsRequired), visitsRequired: numberIn(given.visitsRequired) },
        ...{ lastDay: given.lastDay, stock: numberIn(given.stock), validDays: numberIn(given.validDays) },
        active: reward?.active ?? true,
      };
      return act((tenantId) =>
        reward
          ? putReward(tenantId, { ...wish, rewardId: reward.id, seenStock: reward.stock ?? undefined })
          : makeReward(tenantId, { ...wish, key }),
      );
    },
    () => {
      toast(reward ? say("Saved") : say("The reward is there"));
      onDone();
    },
  );
  const flip = (id: string) => {
    const next = new Set(services);
    if (!next.delete(id)) next.add(id);
    setServices(next);
  };
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Reward")} className="grid gap-5">
      <Field
        name="name"
        label={say("Name")}
        help={say("As customers read it: “Free manicure”.")}
        defaultValue={reward?.name}
        error={errorOf("name", say("The name"))}
        maxLength={80}
        autoComplete="off"
      />
      <SelectField
        name="kind"
        label={say("Kind")}
        value={kind}
        onChange={({ target }) => setKind(target.value)}
        choices={rewardKinds.map(({ value, label }) => ({ value, label: say.known(label) }))}
        help={kindHelp[kind] && say(kindHelp[kind])}
        error={errorOf("kind", say("The kind"))}
      />
      {hasWorth ? (
        <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] items-start gap-3">
          <Field
            name="worth"
            label={say("How much")}
            defaultValue={reward ? typedOf(reward.percent ?? (reward.amountMinor ?? 0) / 100) : ""}
            error={
              errorOf("percent", say("How much")) || (errorOf("amountMinor", say("How much")) && say("Say how much."))
            }
            inputMode="decimal"
            autoComplete="off"
          />
          {kind === "discount" ? (
            <SelectField
              name="unit"
              label={say("In")}
              value={unit}
              onChange={({ target }) => setUnit(target.value)}
              choices={[
                { value: "money", label: list.currency },
                { value: "percent", label: say("Percent") },
              ]}
            />
          ) : (
            <p className="pt-9 text-quiet">{list.currency}</p>
          )}
        </div>
      ) : null}
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] items-start gap-3">
        <Field
          name="pointsRequired"
          label={say("Costs points")}
          defaultValue={typedOf(reward?.pointsRequired)}
          error={errorOf("pointsRequired", say("The points"))}
          inputMode="numeric"
          autoComplete="off"
        />
        <Field
          name="visitsRequired"
          label={say("Costs visits")}
          defaultValue={typedOf(reward?.visitsRequired)}
          error={errorOf("visitsRequired", say("The visits"))}
          inputMode="numeric"
          autoComplete="off"
        />
      </div>
      <p className="-mt-3 text-sm text-quiet">
        {say("With both empty only you give it: to win somebody back, or for a birthday.")}
      </p>
      {kind === "gift" ? (
        <SelectField
          name="productId"
          label={say("What is given")}
          defaultValue={reward?.productId ?? ""}
          choices={[
            { value: "", label: say("Nothing that is counted") },
            ...productsOf(say, list, reward).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          help={say("One of it comes off the shelf when the code is used.")}
          error={errorOf("productId", say("What is given"))}
        />
      ) : null}
      {kind === "discount" || kind === "free_service" ? (
        <fieldset className="grid gap-2">
          <legend className="font-medium">{say("For which services")}</legend>
          <p className="text-sm text-quiet">{say("None marked is every one.")}</p>
          <div className="grid max-h-48 overflow-y-auto rounded-control border px-3 py-1">
            {list.services.map(({ id, name }) => (
              <label key={id} className="flex min-h-9 items-center gap-3">
                <input
                  type="checkbox"
                  checked={services.has(id)}
                  onChange={() => flip(id)}
                  className="size-4 shrink-0 accent-accent"
                />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
      <TextArea
        name="description"
        label={say("What else to know")}
        defaultValue={reward?.description}
        error={errorOf("description", say("The text"))}
        maxLength={mostRewardWords}
        rows={2}
      />
      <details>
        <summary className="cursor-pointer font-medium">{say("More: how many, until when")}</summary>
        <div className="grid gap-5 pt-4">
          <Field
            name="validDays"
            label={say("A code lasts so many days")}
            defaultValue={typedOf(reward?.validDays ?? 90)}
            error={errorOf("validDays", say("The days"))}
            inputMode="numeric"
            autoComplete="off"
            className="max-w-28"
          />
          <Field
            name="stock"
            label={say("How many there are")}
            help={say("Empty when nobody counts.")}
            defaultValue={typedOf(reward?.stock)}
            error={errorOf("stock", say("How many"))}
            inputMode="numeric"
            autoComplete="off"
            className="max-w-28"
          />
          <Field
            name="lastDay"
            type="date"
            label={say("Last day to have it")}
            defaultValue={reward?.lastDay ?? ""}
            error={errorOf("lastDay", say("The day"))}
            className="max-w-44"
          />
        </div>
      </details>
      <SendOrCancel problem={problem} busy={busy} word={say("Save")} onCancel={onDone} />
    </form>
  );
}

/** What is sold by now, and what it was said to be of before. */
function productsOf(say: Say, { products }: RewardList, reward: ListedReward | undefined): RewardList["products"] {
  const name = say("No longer sold");
  const id = reward?.productId;
  return id && products.every((one) => one.id !== id) ? [{ id, name }, ...products] : products;
}

const kindHelp: Record<string, Phrase> = {
  discount: phrase("Off the services that it is for."),
  free_service: phrase("The dearest service that it is for costs nothing."),
  gift: phrase("Handed over at the till; nothing comes off the price."),
  cashback: phrase("Money back, off all that is bought that day. None leaves the drawer."),
};
