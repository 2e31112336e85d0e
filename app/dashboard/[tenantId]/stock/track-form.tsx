"use client";

import Link from "next/link";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { SendOrCancel } from "@/app/_components/forms/send-or-cancel";
import { useSend } from "@/app/_components/forms/use-send";
import { useShell } from "@/app/_components/shell/shell-context";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { useSay } from "@/app/_words/use-say";
import type { Unit } from "@/lib/inventory/rules";
import { typedAmount } from "@/lib/platform/typed-amount";
import { trackIt } from "./actions";
import { closeStock } from "./panel-of-stock";
import { unitChoices } from "./stock-words";

type Known = { productId: string; name: string; unit: Unit; reorderLevel: number | null; moved: boolean };
type Props = { choices: readonly { productId: string; name: string }[] } | { product: Known };

/** In what a product is counted, and how many are few; of a new one, or of one that is counted already. */
export function TrackForm(props: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("stock");
  const known = "product" in props ? props.product : null;
  const choices = "choices" in props ? props.choices : [];
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ productId, unit, level }) =>
      act((tenantId) =>
        trackIt(tenantId, {
          productId: known?.productId ?? productId,
          unit: unit ?? known?.unit,
          reorderLevel: String(level).trim() === "" ? null : typedAmount(String(level)),
        }),
      ),
    () => {
      toast(known ? say("Saved") : say("It is counted from now on"));
      closeStock();
    },
  );
  if (!known && choices.length === 0)
    return (
      <p>
        {say.rich(
          "Every product is counted already. Add one at the till under <link>Products</link>, and track it here.",
          {
            link: (chunks) => (
              <Link href={`/dashboard/${tenant.id}/till/products`} className="underline">
                {chunks}
              </Link>
            ),
          },
        )}
      </p>
    );
  return (
    <form
      onSubmit={onSubmit}
      noValidate
      aria-label={known ? say("Level") : say("Track a product")}
      className="grid gap-5"
    >
      {known ? null : (
        <SelectField
          name="productId"
          label={say("Product")}
          choices={choices.map(({ productId, name }) => ({ value: productId, label: name }))}
          error={errorOf("productId", say("The product"))}
        />
      )}
      {known?.moved ? null : (
        <SelectField
          name="unit"
          label={say("Counted in")}
          help={say("Whole bottles are pieces. What services use a part of is counted in millilitres or grams.")}
          defaultValue={known?.unit ?? "piece"}
          choices={unitChoices(say)}
          error={errorOf("unit", say("What it is counted in"))}
        />
      )}
      <Field
        name="level"
        label={say("Running low at")}
        help={say("You are told once when so many or fewer are left. Leave it empty to be told nothing.")}
        defaultValue={known?.reorderLevel ?? ""}
        error={errorOf("reorderLevel", say("The level"))}
        inputMode="numeric"
        autoComplete="off"
        className="max-w-40"
      />
      <SendOrCancel problem={problem} busy={busy} word={known ? say("Save") : say("Track it")} onCancel={closeStock} />
    </form>
  );
}
