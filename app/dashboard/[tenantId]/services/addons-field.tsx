import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";

export type TypedAddon = { id?: string; name: string; minutes: string; price: string };

type Props = {
  addons: TypedAddon[];
  currency: string;
  fault: string | undefined;
  onChange(addons: TypedAddon[]): void;
};

const input =
  "h-11 w-full min-w-0 rounded-control border border-edge bg-surface px-3 text-md text-ink aria-invalid:border-danger";

/** What customers may add to the service for more time and money. */
export function AddonsField({ addons, currency, fault, onChange }: Props) {
  const say = useSay();
  const type = (at: number, more: Partial<TypedAddon>) =>
    onChange(addons.map((addon, nth) => (nth === at ? { ...addon, ...more } : addon)));
  const hidden = (chunks: ReactNode) => <span className="sr-only">{chunks}</span>;
  const marked = { "aria-invalid": fault ? true : undefined, "aria-describedby": fault ? "addons-note" : undefined };
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1.5 font-medium">{say("Add-ons")}</legend>
      {addons.length === 0 ? (
        <p className="text-quiet">{say("Extras that customers may tick: deep conditioning, a trim, nail art.")}</p>
      ) : null}
      {addons.map(({ name, minutes, price }, at) => {
        const isOnly = addons.length === 1;
        const number = at + 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an add-on is nothing but its place and what is typed in it
          <div key={at} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-end gap-2">
            <label className="col-span-3 grid gap-1">
              <span className="text-quiet">
                {isOnly
                  ? say.rich("Name<nth> of the add-on</nth>", { nth: hidden })
                  : say.rich("Name<nth> of add-on {number}</nth>", { number, nth: hidden })}
              </span>
              <input
                {...marked}
                value={name}
                maxLength={60}
                autoComplete="off"
                onChange={(event) => type(at, { name: event.target.value })}
                className={input}
              />
            </label>
            <label className="grid gap-1">
              <span className="text-quiet">
                {isOnly
                  ? say.rich("More minutes<nth> of the add-on</nth>", { nth: hidden })
                  : say.rich("More minutes<nth> of add-on {number}</nth>", { number, nth: hidden })}
              </span>
              <input
                {...marked}
                value={minutes}
                inputMode="numeric"
                onChange={(event) => type(at, { minutes: event.target.value })}
                className={input}
              />
            </label>
            <label className="grid gap-1">
              <span className="text-quiet">
                {isOnly
                  ? say.rich("Price in {currency}<nth> of the add-on</nth>", { currency, nth: hidden })
                  : say.rich("Price in {currency}<nth> of add-on {number}</nth>", { currency, number, nth: hidden })}
              </span>
              <input
                {...marked}
                value={price}
                inputMode="decimal"
                onChange={(event) => type(at, { price: event.target.value })}
                className={input}
              />
            </label>
            <Button
              kind="bare"
              size="icon"
              aria-label={name ? say("Remove {name}", { name }) : say("Remove this add-on")}
              onClick={() => onChange(addons.filter((_, other) => other !== at))}
            >
              <X aria-hidden />
            </Button>
          </div>
        );
      })}
      <Button
        kind="bare"
        className="-ml-3 justify-self-start"
        disabled={addons.length > 11}
        onClick={() => onChange([...addons, { name: "", minutes: "15", price: "" }])}
      >
        <Plus aria-hidden />
        {say("Add an add-on")}
      </Button>
      {fault ? (
        <p id="addons-note" role="alert" className="text-danger">
          {fault}
        </p>
      ) : null}
    </fieldset>
  );
}
