"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { SendOrCancel } from "@/app/_components/forms/send-or-cancel";
import { useSend } from "@/app/_components/forms/use-send";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { useSay } from "@/app/_words/use-say";
import { inUnit, type Unit } from "@/lib/inventory/rules";
import { typedAmount } from "@/lib/platform/typed-amount";
import { receive } from "./actions";
import { closeStock } from "./panel-of-stock";

type Choice = { productId: string; name: string; unit: Unit };

/** So many came in, for so much; of the one product, or of one that is chosen. */
export function ReceiveForm({ products, currency }: { products: readonly Choice[]; currency: string }) {
  const say = useSay();
  const act = useAct("stock");
  const [key] = useState(() => crypto.randomUUID());
  const [chosen, setChosen] = useState(products[0]?.productId ?? "");
  const product = products.find(({ productId }) => productId === chosen);
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ units, cost, note }) =>
      act((tenantId) =>
        receive(tenantId, {
          ...{ productId: chosen, note, key, units: typedAmount(String(units)) },
          costMinor: Math.round(typedAmount(String(cost)) * 100),
        }),
      ),
    ({ onHand }) => {
      toast(say("{name}: {units} on the shelf", { name: product!.name, units: inUnit(onHand, product!.unit) }));
      closeStock();
    },
  );
  if (!product) return <p>{say("Nothing is counted yet. Track a product first.")}</p>;
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Receive")} className="grid gap-5">
      {products.length > 1 ? (
        <SelectField
          name="productId"
          label={say("Product")}
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
          choices={products.map(({ productId, name }) => ({ value: productId, label: name }))}
          error={errorOf("productId", say("The product"))}
        />
      ) : null}
      <Field
        name="units"
        label={
          product.unit === "piece" ? say("How many came in") : say("How many {unit} came in", { unit: product.unit })
        }
        error={errorOf("units", say("The number"))}
        inputMode="numeric"
        autoComplete="off"
        className="max-w-40"
      />
      <Field
        name="cost"
        label={say("What it cost in {currency}", { currency })}
        help={say("All of it together, as on the slip. 0 if it was free.")}
        error={errorOf("costMinor", say("What it cost"))}
        inputMode="decimal"
        autoComplete="off"
        className="max-w-40"
      />
      <Field
        name="note"
        label={say("Note")}
        help={say("From whom, or the number of the slip.")}
        error={errorOf("note", say("The note"))}
        maxLength={200}
        autoComplete="off"
      />
      <SendOrCancel problem={problem} busy={busy} word={say("It came in")} onCancel={closeStock} />
    </form>
  );
}
