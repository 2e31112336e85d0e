"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { SendOrCancel } from "@/app/_components/forms/send-or-cancel";
import { useSend } from "@/app/_components/forms/use-send";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import { inUnit, type Unit } from "@/lib/inventory/rules";
import { typedAmount } from "@/lib/platform/typed-amount";
import { adjust } from "./actions";
import { closeStock } from "./panel-of-stock";

const ways = [
  { value: "damaged", label: phrase("Broken or spoilt"), sign: -1 },
  { value: "used", label: phrase("Used up"), sign: -1 },
  { value: "fewer", label: phrase("There are fewer than it says"), sign: -1 },
  { value: "more", label: phrase("There are more than it says"), sign: 1 },
] as const;

type Props = { product: { productId: string; name: string; unit: Unit } };

/** Something broke, was used up beside a visit, or there is another number than there should be; always with why. */
export function AdjustForm({ product: { productId, name, unit } }: Props) {
  const say = useSay();
  const act = useAct("stock");
  const [key] = useState(() => crypto.randomUUID());
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ way, change, note }) => {
      const { value, sign } = ways.find((one) => one.value === way)!;
      return act((tenantId) =>
        adjust(tenantId, {
          ...{ productId, note, key, change: sign * typedAmount(String(change)) },
          reason: value === "damaged" || value === "used" ? value : "adjusted",
        }),
      );
    },
    ({ onHand }) => {
      toast(say("{name}: {units} on the shelf", { name, units: inUnit(onHand, unit) }));
      closeStock();
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Put it right")} className="grid gap-5">
      <SelectField
        name="way"
        label={say("What happened")}
        choices={ways.map(({ value, label }) => ({ value, label: say(label) }))}
        error={errorOf("reason", say("What happened"))}
      />
      <Field
        name="change"
        label={unit === "piece" ? say("How many") : say("How many {unit}", { unit })}
        error={errorOf("change", say("The number"))}
        inputMode="numeric"
        autoComplete="off"
        className="max-w-40"
      />
      <Field
        name="note"
        label={say("Why")}
        error={errorOf("note", say("The reason"))}
        maxLength={200}
        autoComplete="off"
      />
      <SendOrCancel problem={problem} busy={busy} word={say("Write it down")} onCancel={closeStock} />
    </form>
  );
}
