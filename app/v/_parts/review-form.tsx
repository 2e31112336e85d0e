"use client";

import { useActionState } from "react";
import { sendByHand } from "@/app/_components/forms/send-by-hand";
import { Star } from "@/app/_components/reviews/stars";
import type { FormState } from "@/app/_server/form-action";
import { barButton } from "@/app/book/_parts/bar";
import { allStars, mostWords } from "@/lib/reviews/rules";
import { reviewWords } from "@/lib/reviews/words";

export type ReviewState = FormState & { rating: string; words: string; who: string; saved?: boolean };

type Props = {
  act(before: ReviewState, form: FormData): Promise<ReviewState>;
  /** Which visit it is about: a link's token, or a business and a visit of the customer's own. */
  fields: Record<string, string>;
  language: "en" | "sw";
  house: string;
  shortName: string;
  said: { rating: number; words: string; isPublic: boolean } | null;
  /** Chosen in a message already; one tap keeps it. */
  chosen?: number | undefined;
};

/** One tap on a star is kept; what else there is to say comes after it. Works without a script. */
export function ReviewForm({ act, fields, language, house, shortName, said, chosen }: Props) {
  const start: ReviewState = {
    rating: String(said?.rating ?? ""),
    words: said?.words ?? "",
    who: said?.isPublic ? "everybody" : "house",
  };
  const [state, send, busy] = useActionState(act, start);
  const words = reviewWords[language];
  const rating = Number(state.rating) || said?.rating || 0;
  const known = Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
  return (
    <div className="grid max-w-[34rem] gap-6">
      <form action={send} onSubmit={sendByHand(send, busy)} className="grid gap-3">
        {known}
        <div className="-ml-2 flex">
          {allStars.map((n) => (
            <button
              key={n}
              type="submit"
              name="rating"
              value={n}
              aria-label={words.star(n)}
              aria-pressed={n === rating}
              className="grid size-13 place-items-center rounded-control text-accent hover:bg-wash"
            >
              <Star filled={n <= (rating || chosen || 0)} size={34} />
            </button>
          ))}
        </div>
        {rating === 0 ? <p className="text-quiet">{words.tap}</p> : null}
        {rating === 0 && chosen ? (
          <button type="submit" name="rating" value={chosen} className={`${barButton} justify-self-start`}>
            {words.save}: {words.star(chosen)}
          </button>
        ) : null}
      </form>
      {rating > 0 ? (
        <form action={send} onSubmit={sendByHand(send, busy)} className="grid gap-5">
          {known}
          <input type="hidden" name="rating" value={rating} />
          <p role="status" className="font-medium">
            {words.thanks}
          </p>
          <div>
            <label htmlFor="review-words" className="block pb-1.5 font-medium">
              {words.words} <span className="font-normal text-quiet">{words.optional}</span>
            </label>
            <textarea
              id="review-words"
              name="words"
              rows={4}
              maxLength={mostWords}
              defaultValue={state.words}
              className="block w-full rounded-control border border-edge bg-surface px-3 py-2.5"
            />
          </div>
          <fieldset className="grid">
            <legend className="font-medium">{words.whoReads}</legend>
            {(
              [
                ["house", words.onlyHouse(house)],
                ["everybody", words.everybody(shortName)],
              ] as const
            ).map(([value, label]) => (
              <label key={value} className="flex min-h-11 items-center gap-2">
                <input
                  type="radio"
                  name="who"
                  value={value}
                  defaultChecked={state.who === value}
                  className="size-4 accent-accent"
                />
                {label}
              </label>
            ))}
          </fieldset>
          <div className="flex items-center gap-4">
            <button type="submit" aria-disabled={busy} className={barButton}>
              {words.save}
            </button>
            <p role="status" className="text-quiet empty:hidden">
              {state.saved ? words.saved : ""}
            </p>
          </div>
        </form>
      ) : null}
      <p role="alert" className="text-danger empty:hidden">
        {state.problem}
        {state.signIn ? (
          <a href={state.signIn.href} target="_blank" rel="noopener" className="ml-1 underline underline-offset-4">
            {state.signIn.link}
          </a>
        ) : null}
      </p>
    </div>
  );
}
