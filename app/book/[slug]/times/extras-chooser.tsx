import { Check, Plus } from "lucide-react";
import Link from "next/link";
import type { Addon } from "@/db/schema/services";
import { formatMoney } from "@/lib/platform/format";
import { Pending } from "../../_parts/pending";
import { duration } from "../../_parts/words";

type Props = {
  addons: readonly Addon[];
  chosen: readonly string[];
  currency: string;
  /** Where the same stands with these chosen. */
  hrefOf: (ids: string[]) => string;
};

/** What may be added. Each is a link, since what it takes decides which times are free. */
export function ExtrasChooser({ addons, chosen, currency, hrefOf }: Props) {
  return (
    <nav aria-label="Extras">
      <ul className="grid gap-2 sm:flex sm:flex-wrap">
        {addons.map(({ id, name, minutes, priceMinor }) => {
          const on = chosen.includes(id);
          const Mark = on ? Check : Plus;
          return (
            <li key={id}>
              <Link
                href={hrefOf(on ? chosen.filter((other) => other !== id) : [...chosen, id])}
                prefetch={false}
                scroll={false}
                aria-current={on ? "true" : undefined}
                className="relative flex min-h-11 items-center gap-2 rounded-control border border-edge bg-surface px-3 py-2 transition-colors hover:bg-wash aria-[current]:border-ink aria-[current]:ring-1 aria-[current]:ring-ink"
              >
                <Mark aria-hidden className="size-4 shrink-0" />
                <span className="grow">
                  <span className="sr-only">{on ? "Without " : "Add "}</span>
                  {name}
                </span>
                <span className="shrink-0 text-sm text-quiet tabular-nums">
                  {minutes > 0 ? `${duration(minutes)} · ` : ""}
                  {priceMinor > 0 ? formatMoney(priceMinor, currency) : "free"}
                </span>
                <Pending />
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
