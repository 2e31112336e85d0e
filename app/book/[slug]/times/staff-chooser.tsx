import { languageHere } from "@/app/_server/language";
import { formatMoney } from "@/lib/platform/format";
import type { StaffOffer } from "@/lib/staff/list-offers";
import { SoftLink } from "../../_parts/soft-link";
import { bookWords } from "../words";

export type Choice = { id: string; label: string; price?: string | undefined };

/** Whoever is free. */
export const anyoneId = "any";

/** A full name only where two share their first; what they take, where that depends on who does it. */
export function staffChoices(offers: StaffOffer[], currency: string): Choice[] {
  const differ = new Set(offers.map(({ priceMinor }) => priceMinor)).size > 1;
  return offers.map(({ id, name, priceMinor }) => {
    const first = name.split(" ")[0]!;
    const alone = offers.filter((other) => other.name.split(" ")[0] === first).length === 1;
    return { id, label: alone ? first : name, price: differ ? formatMoney(priceMinor, currency) : undefined };
  });
}

type Props = { label: string; choices: Choice[]; current: string; hrefOf: (id: string) => string };

export async function StaffChooser({ label, choices, current, hrefOf }: Props) {
  return (
    <nav aria-label={label}>
      <p aria-hidden className="mb-2 text-sm text-quiet">
        {bookWords[await languageHere()].with}
      </p>
      <ul className="flex flex-wrap gap-2">
        {choices.map(({ id, label, price }) => (
          <li key={id}>
            <SoftLink
              href={hrefOf(id)}
              stay
              aria-current={id === current ? "true" : undefined}
              className="flex h-11 items-center gap-2 rounded-control border border-edge bg-surface px-4 transition-colors hover:bg-wash aria-[current]:border-ink aria-[current]:font-medium aria-[current]:ring-1 aria-[current]:ring-ink"
            >
              {label}
              {price ? <span className="text-sm font-normal text-quiet tabular-nums">{price}</span> : null}
            </SoftLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
