import { useId } from "react";
import { useSay } from "@/app/_words/use-say";
import { formatMoney } from "@/lib/platform/format";
import type { Start } from "@/lib/till/start-sale";
import type { BasketLine } from "./basket-form";

type Props = { start: Pick<Start, "services" | "products" | "staff" | "currency">; onAdd(line: BasketLine): void };

/** Services and products in one list, as the device shows it: choosing one puts it on the sale. */
export function AddLine({ start: { services, products, staff, currency }, onAdd }: Props) {
  const say = useSay();
  const id = useId();
  const add = (chosen: string) => {
    const service = services.find((one) => one.id === chosen);
    const product = products.find((one) => one.id === chosen);
    const one = service ?? product;
    if (!one) return;
    onAdd({
      key: crypto.randomUUID(),
      kind: service ? "service" : "product",
      ...(service ? { serviceId: one.id } : { productId: one.id }),
      name: one.name,
      // Alone in the house nobody is asked who it was.
      staffId: service && staff.length === 1 ? staff[0]!.id : null,
      unitMinor: one.priceMinor,
      quantity: 1,
    });
  };
  const options = (all: Start["services"]) =>
    all.map((one) => (
      <option key={one.id} value={one.id}>
        {one.name} · {formatMoney(one.priceMinor, currency)}
      </option>
    ));
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {say("Add a service or product")}
      </label>
      <select
        id={id}
        value=""
        onChange={({ target }) => add(target.value)}
        className="h-11 w-full rounded-control border border-edge bg-surface px-3 text-md"
      >
        <option value="">{say("Choose")}</option>
        {services.length > 0 ? <optgroup label={say("Services")}>{options(services)}</optgroup> : null}
        {products.length > 0 ? <optgroup label={say("Products")}>{options(products)}</optgroup> : null}
      </select>
    </div>
  );
}
