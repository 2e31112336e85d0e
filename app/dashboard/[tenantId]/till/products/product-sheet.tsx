"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { Sheet } from "@/app/_components/ui/sheet";
import { useSay } from "@/app/_words/use-say";
import { typedAmount } from "@/lib/platform/typed-amount";
import type { Product, ProductList } from "@/lib/till/products";
import { closePanel } from "../../members/panel-address";
import { add, change } from "../actions";
import { productsKey } from "../till-keys";

/** The product that the address names, or a new one. */
export function ProductSheet() {
  const say = useSay();
  const { tenant } = useShell();
  const asked = useSearchParams().get("product");
  const [kept, setKept] = useState(asked);
  if (asked && asked !== kept) setKept(asked);
  const { data } = useSWR<ProductList>(productsKey(tenant.id), fetchJson);
  const product = data?.products.find(({ id }) => id === kept);
  const known = kept === "new" || product !== undefined;
  return (
    <Sheet
      open={asked !== null && known}
      onClose={closePanel}
      title={product?.name ?? say("New product")}
      about={say("What was sold before keeps its name and price.")}
    >
      <ProductForm key={kept} product={product} currency={data?.currency ?? ""} />
    </Sheet>
  );
}

function ProductForm({ product, currency }: { product: Product | undefined; currency: string }) {
  const say = useSay();
  const act = useAct("till");
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ name, price, sold }) => {
      const wish = { name, priceMinor: Math.round(typedAmount(String(price)) * 100), active: sold !== "no" };
      return act((tenantId) => (product ? change(tenantId, { ...wish, productId: product.id }) : add(tenantId, wish)));
    },
    () => {
      toast(product ? say("Saved") : say("The product is there"));
      closePanel();
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Product")} className="grid gap-5">
      <Field
        name="name"
        label={say("Name")}
        defaultValue={product?.name}
        error={errorOf("name", say("The name"))}
        maxLength={80}
        autoComplete="off"
      />
      <Field
        name="price"
        label={say("Price in {currency}", { currency })}
        defaultValue={product ? String(product.priceMinor / 100) : ""}
        error={errorOf("priceMinor", say("The price"))}
        inputMode="decimal"
        autoComplete="off"
        className="max-w-40"
      />
      {product ? (
        <SelectField
          name="sold"
          label={say("Still sold")}
          defaultValue={product.active ? "yes" : "no"}
          choices={[
            { value: "yes", label: say("Yes") },
            { value: "no", label: say("No longer") },
          ]}
        />
      ) : null}
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex justify-end gap-2">
        <Button size="large" onClick={closePanel}>
          {say("Cancel")}
        </Button>
        <Button type="submit" kind="primary" size="large" aria-disabled={busy}>
          {busy ? say("Saving") : say("Save")}
        </Button>
      </div>
    </form>
  );
}
