"use client";

import { useActionState } from "react";
import type { againOffers } from "@/app/_components/bookings/again-offers";
import { bookSame } from "./actions";

type Props = {
  token: string;
  /** Drawn with the form: tapping twice, or again after a lost answer, makes one booking. */
  formKey: string;
  offers: ReturnType<typeof againOffers>;
  terms: { seen: string; words: string[] };
  words: { choosing: string; book: string };
};

/** Each time is a button of its own: one tap books it, with a script or without. */
export function AgainForm({ token, formKey, offers, terms, words }: Props) {
  const [{ problem, key, deposit }, action, busy] = useActionState(bookSame, {});
  return (
    <form action={action} className="grid gap-5">
      <input type="hidden" name="token" value={token} />
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
