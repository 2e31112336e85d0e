import { Minus, Plus, X } from "lucide-react";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { formatMoney } from "@/lib/platform/format";
import { lineTotal, mostQuantity } from "@/lib/till/rules";
import type { BasketLine } from "./basket-form";

type Props = {
  line: BasketLine;
  staff: { id: string; name: string }[];
  currency: string;
  onChange(to: Partial<BasketLine>): void;
  onRemove(): void;
};

/** One thing that is sold: who did it, how often, and what it comes to. */
export function BasketRow({ line, staff, currency, onChange, onRemove }: Props) {
  const say = useSay();
  const { name, staffId, quantity } = line;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-2 py-3">
      <span className="font-medium break-words">{name}</span>
      <span className="text-right tabular-nums">{formatMoney(lineTotal(line), currency)}</span>
      <select
        aria-label={say("{name}: who", { name })}
        value={staffId ?? ""}
        onChange={({ target }) => onChange({ staffId: target.value || null })}
        className="h-9 min-w-0 max-w-52 truncate rounded-control border border-edge bg-surface px-2"
      >
        <option value="">{line.kind === "product" ? say("Nobody in particular") : say("Choose who")}</option>
        {staff.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      <span className="flex items-center justify-end gap-1">
        <Button
          size="icon"
          className="size-9"
          aria-label={quantity === 1 ? say("Take {name} off", { name }) : say("One {name} less", { name })}
          onClick={() => (quantity === 1 ? onRemove() : onChange({ quantity: quantity - 1 }))}
        >
          {quantity === 1 ? <X aria-hidden /> : <Minus aria-hidden />}
        </Button>
        <span className="min-w-7 text-center tabular-nums">
          {say.rich("{quantity}<more> of {name}</more>", {
            quantity,
            name,
            more: (chunks) => <span className="sr-only">{chunks}</span>,
          })}
        </span>
        <Button
          size="icon"
          className="size-9"
          aria-label={say("One {name} more", { name })}
          disabled={quantity >= mostQuantity}
          onClick={() => onChange({ quantity: quantity + 1 })}
        >
          <Plus aria-hidden />
        </Button>
      </span>
    </li>
  );
}
