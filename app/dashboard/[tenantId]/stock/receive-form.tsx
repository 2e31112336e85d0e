"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { SendOrCancel } from "@/app/_components/forms/send-or-cancel";
import { useSend } from "@/app/_components/forms/use-send";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { inUnit, type Unit } from "@/lib/inventory/rules";
import { typedAmount } from "@/lib/platform/typed-amount";
import { receive } from "./actions";
import { closeStock } from "./panel-of-stock";

type Choice = { productId: string; name: string; unit: Unit };

/** So many came in, for so much; of the one product, or of one that is chosen. */
export function ReceiveForm({ products, currency }: { products: readonly Choice[]; currency: string }) {
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
      toast(`${product!.name}: ${inUnit(onHand, product!.unit)} on the shelf`);
      closeStock();
    },
  );
  if (!product) return <p>Nothing is counted yet. Track a product first.</p>;
  return (
    <form onSubmit={onSubmit} noValidate aria-label="Receive" className="grid gap-5">
      {products.length > 1 ? (
        <SelectField
          name="productId"
          label="Product"
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
          choices={products.map(({ productId, name }) => ({ value: productId, label: name }))}
          error={errorOf("productId", "The product")}
        />
      ) : null}
      <Field
        name="units"
        label={product.unit === "piece" ? "How many came in" : `How many ${product.unit} came in`}
        error={errorOf("units", "The number")}
        inputMode="numeric"
        autoComplete="off"
        className="max-w-40"
      />
      <Field
        name="cost"
        label={`What it cost in ${currency}`}
        help="All of it together, as on the slip. 0 if it was free."
        error={errorOf("costMinor", "What it cost")}
        inputMode="decimal"
        autoComplete="off"
        className="max-w-40"
      />
      <Field
        name="note"
        label="Note"
        help="From whom, or the number of the slip."
        error={errorOf("note", "The note")}
        maxLength={200}
        autoComplete="off"
      />
      <SendOrCancel problem={problem} busy={busy} word="It came in" onCancel={closeStock} />
    </form>
  );
}
