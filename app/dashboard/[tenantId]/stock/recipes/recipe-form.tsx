"use client";

import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { SendOrCancel } from "@/app/_components/forms/send-or-cancel";
import { useSend } from "@/app/_components/forms/use-send";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { useSay } from "@/app/_words/use-say";
import type { Recipe, RecipeList } from "@/lib/inventory/list-recipes";
import { typedAmount } from "@/lib/platform/typed-amount";
import { putRecipe } from "../actions";
import { closeStock } from "../panel-of-stock";

type Typed = { key: string; productId: string; quantity: string };
type Props = { recipe: Recipe; products: RecipeList["products"] };

/** As the server calls it. */
const fieldOf = (at: number, what: "productId" | "quantity") => ["items", at, what].join(".");

/** How much of what a service uses; a row for each product. */
export function RecipeForm({ recipe: { serviceId, items }, products }: Props) {
  const say = useSay();
  const act = useAct("stock");
  const [rows, setRows] = useState<Typed[]>(() =>
    items.map(({ productId, quantity }) => ({ key: productId, productId, quantity: String(quantity) })),
  );
  const { busy, problem, onSubmit, errorOf } = useSend(
    () =>
      act((tenantId) =>
        putRecipe(tenantId, {
          serviceId,
          items: rows.map(({ productId, quantity }) => ({ productId, quantity: typedAmount(quantity) })),
        }),
      ),
    () => {
      toast(say("The recipe is saved"));
      closeStock();
    },
  );
  const set = (key: string, more: Partial<Typed>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...more } : row)));
  const free = products.find(({ productId }) => !rows.some((row) => row.productId === productId));
  if (products.length === 0) return <p>{say("Nothing is counted yet. Track a product on the shelf first.")}</p>;
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Recipe")} className="grid gap-5">
      {rows.length === 0 ? <p className="text-quiet">{say("It uses nothing yet.")}</p> : null}
      {rows.map(({ key, productId, quantity }, at) => {
        const chosen = products.find((one) => one.productId === productId)!;
        return (
          <fieldset key={key} className="grid grid-cols-[minmax(0,1fr)_6rem_auto] items-start gap-x-2">
            <legend className="sr-only">{chosen.name}</legend>
            <SelectField
              name={fieldOf(at, "productId")}
              label={say("Product")}
              value={productId}
              onChange={({ target }) => set(key, { productId: target.value })}
              choices={products
                .filter((one) => one.productId === productId || !rows.some((row) => row.productId === one.productId))
                .map((one) => ({ value: one.productId, label: one.name }))}
            />
            <Field
              name={fieldOf(at, "quantity")}
              label={chosen.unit === "piece" ? say("Pieces") : chosen.unit}
              value={quantity}
              onChange={({ target }) => set(key, { quantity: target.value })}
              error={errorOf(fieldOf(at, "quantity"), say("The quantity"))}
              inputMode="numeric"
              autoComplete="off"
            />
            <Button
              kind="bare"
              className="mt-6 h-11 px-3"
              aria-label={say("Take out {name}", { name: chosen.name })}
              onClick={() => setRows(rows.filter((row) => row.key !== key))}
            >
              <Trash2 aria-hidden />
            </Button>
          </fieldset>
        );
      })}
      {free ? (
        <Button
          size="large"
          className="justify-self-start"
          onClick={() => setRows([...rows, { key: crypto.randomUUID(), productId: free.productId, quantity: "" }])}
        >
          <Plus aria-hidden />
          {say("Add a product")}
        </Button>
      ) : null}
      <SendOrCancel problem={problem} busy={busy} word={say("Save")} onCancel={closeStock} />
    </form>
  );
}
