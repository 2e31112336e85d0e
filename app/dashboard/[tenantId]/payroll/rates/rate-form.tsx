"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { useSay } from "@/app/_words/use-say";
import type { RateList } from "@/lib/payroll/list-rates";
import { partOf, wholePercent } from "@/lib/payroll/rules";
import { formatMoney } from "@/lib/platform/format";
import { typedAmount } from "@/lib/platform/typed-amount";
import { putRate } from "../actions";

const named = ({ id, name }: { id: string; name: string }, about: string) => ({ value: `${about}:${id}`, label: name });

/** A rate from today on. What was earned before keeps its own. */
export function RateForm({ list }: { list: RateList }) {
  const say = useSay();
  const act = useAct("payroll");
  const { staff, services, products, currency } = list;
  const [about, setAbout] = useState("services");
  const [kind, setKind] = useState("percent");
  const [typed, setTyped] = useState("");
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ staffId }) => {
      const [what, thingId = ""] = about.split(":");
      const rate = Math.round(typedAmount(typed) * 100);
      return act((tenantId) => putRate(tenantId, { staffId, about: what, thingId, kind, rate }));
    },
    () => {
      toast(say("The rate counts from today on"));
      setTyped("");
    },
  );
  const thing = [...services, ...products].find(({ id }) => about.endsWith(id)) ?? services[0];
  const rate = Math.round(typedAmount(typed) * 100);
  const example =
    thing && Number.isInteger(rate) && rate > 0 && kind === "percent" && rate <= wholePercent
      ? say("Of {price} for {name} it is {share}.", {
          price: formatMoney(thing.priceMinor, currency),
          name: thing.name,
          share: formatMoney(partOf(thing.priceMinor, rate, wholePercent), currency),
        })
      : "";
  return (
    <section aria-labelledby="set-title" className="grid max-w-120 grid-cols-[minmax(0,1fr)] content-start gap-4">
      <h2 id="set-title" className="font-semibold">
        {say("Set a rate")}
      </h2>
      <p className="text-quiet">
        {say("It counts from today on. What was earned before keeps the rate it was earned by.")}
      </p>
      <form onSubmit={onSubmit} noValidate aria-label={say("Rate")} className="grid gap-4">
        <SelectField
          name="staffId"
          label={say("Who")}
          error={errorOf("staffId", say("Who it is for"))}
          choices={[
            { value: "", label: say("Everybody without their own") },
            ...staff.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <SelectField
          name="thingId"
          label={say("For what")}
          value={about}
          onChange={({ target }) => setAbout(target.value)}
          error={errorOf("thingId", say("What it is for"))}
          choices={[
            { value: "services", label: say("All services") },
            { value: "products", label: say("All products") },
            ...services.map((one) => named(one, "service")),
            ...products.map((one) => named(one, "product")),
          ]}
        />
        <SelectField
          name="kind"
          label={say("How")}
          value={kind}
          onChange={({ target }) => setKind(target.value)}
          choices={[
            { value: "percent", label: say("A percentage") },
            { value: "amount", label: say("An amount for each one") },
          ]}
        />
        <Field
          name="rate"
          label={kind === "percent" ? say("Percent") : say("Amount in {currency}", { currency })}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          help={example || undefined}
          error={errorOf("rate", say("The rate"))}
          inputMode="decimal"
          autoComplete="off"
          className="max-w-40"
        />
        <ProblemLine>{problem}</ProblemLine>
        <Button type="submit" kind="primary" size="large" aria-disabled={busy} className="justify-self-start">
          {busy ? say("Saving") : say("Set the rate")}
        </Button>
      </form>
    </section>
  );
}
