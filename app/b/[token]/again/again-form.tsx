"use client";

import { useActionState } from "react";
import type { againOffers } from "@/app/_components/bookings/again-offers";
import type { AgainState } from "./actions";

type Props = {
  act(before: AgainState, form: FormData): Promise<AgainState>;
  /** What it is about. */
  about: Record<string, string>;
  /** Drawn with the form: tapping twice, or again after a lost answer, makes one booking. */
  formKey: string;
  offers: ReturnType<typeof againOffers>;
  terms: { seen: string; words: string[] };
  words: { choosing: string; book: string };
};

/** Each time is a button of its own: one tap books it, with a script or without. */
export function AgainForm({ act, about, formKey, offers, terms, words }: Props) {
  const [{ problem, key, deposit }, action, busy] = useActionState(act, {});
  return (
    <form action={action} className="grid gap-5">
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="key" value={key ?? formKey} />
      <input type="hidden" name="terms" value={terms.seen} />
      <input type="hidden" name="deposit" value={deposit ?? 0} />
      <p role="alert" className="text-danger empty:hidden">
        {problem}
      </p>
      <p className="text-quiet">{words.choosing}</p>
      {offers.map(({ weeks, title, choices }) => (
        <fieldset key={weeks} disabled={busy}>
          <legend className="pb-2 text-sm text-quiet">{title}</legend>
          <div className="flex flex-wrap gap-2">
            {choices.map(({ startsAt, totalMinor, label, whole }) => (
              <button
                key={startsAt}
                type="submit"
                name="at"
                value={`${startsAt} ${totalMinor}`}
                aria-label={`${words.book} ${whole}`}
                className="h-11 rounded-control border border-edge bg-surface px-4 tabular-nums hover:bg-wash disabled:opacity-50"
              >
                {label}
              </button>
            ))}
          </div>
        </fieldset>
      ))}
      {terms.words.length > 0 ? <p className="text-sm text-quiet">{terms.words.join(" ")}</p> : null}
    </form>
  );
}
