"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, useState, useTransition } from "react";
import { Check, Plus } from "../../_parts/icons";

export type Extra = { id: string; name: string; words: string };
/** The address without any of them, in two pieces: what is chosen goes in between. */
export type Around = { before: string; lead: string; separator: string; after: string };

type Props = {
  label: string;
  signs: { extras: string; add: string; without: string };
  extras: readonly Extra[];
  chosen: readonly string[];
  around: Around;
};

/**
 * What may be added. Each is a link, since what it takes decides which times are free; two in quick succession are both
 * meant, though the second link still says what was so before the first.
 */
export function ExtrasChooser({ label, signs, extras, chosen, around }: Props) {
  const router = useRouter();
  const [pending, go] = useTransition();
  const [wish, setWish] = useState(chosen);
  const shown = pending ? wish : chosen;
  const without = (ids: readonly string[], id: string) =>
    ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
  const hrefOf = (ids: readonly string[]) => {
    const { before, lead, separator, after } = around;
    return before + (ids.length > 0 ? lead + ids.join(separator) : "") + after;
  };
  const toggle = (event: MouseEvent, id: string) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const ids = without(shown, id);
    setWish(ids);
    go(() => router.push(hrefOf(ids), { scroll: false }));
  };
  return (
    <nav aria-label={label} aria-busy={pending}>
      <p aria-hidden className="mb-2 text-sm text-quiet">
        {signs.extras}
      </p>
      <ul className="grid gap-2 sm:flex sm:flex-wrap">
        {extras.map(({ id, name, words }) => {
          const on = shown.includes(id);
          return (
            <li key={id}>
              <a
                href={hrefOf(without(chosen, id))}
                onClick={(event) => toggle(event, id)}
                aria-current={on ? "true" : undefined}
                className="relative flex min-h-11 items-center gap-2 rounded-control border border-edge bg-surface px-3 py-2 transition-colors hover:bg-wash aria-[current]:border-ink aria-[current]:ring-1 aria-[current]:ring-ink"
              >
                {on ? <Check /> : <Plus />}
                <span className="grow">
                  <span className="sr-only">{on ? signs.without : signs.add} </span>
                  {name}
                </span>
                <span className="shrink-0 text-sm text-quiet tabular-nums">{words}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
