"use client";

import { type FormEvent, type ReactNode, useActionState, useEffect, useRef, useState } from "react";
import { formatMoney } from "@/lib/platform/format";
import { Bar, barButton, plainBarButton } from "../../_parts/bar";
import { ContactFields } from "../../_parts/contact-fields";
import { Field } from "../../_parts/field";
import { useKeptTyping } from "../../_parts/kept-typing";
import { privacyHref } from "../../_parts/plain-links";
import { placeBooking } from "../actions";
import { type FormState, nothingTyped, typedFields } from "./form-state";
import type { FormWords } from "./form-words";
import { KeptUntil } from "./kept-until";

export type Wish = {
  slug: string;
  /** What was chosen, as the address has it. */
  chosen: Record<string, string>;
  at: string;
  when: string;
  totalMinor: number;
  currency: string;
  formKey: string;
  /** What cancelling and not coming cost. */
  terms: { seen: string; words: string };
  /** What is paid before it is promised; 0 for nothing. */
  deposit: { minor: number; words: string };
  /** What there is instead, when the time is not free any more. */
  gone: Pick<FormState, "alternatives" | "over" | "notice"> | null;
  /** What they may tick, to be written to about offers. */
  marketing: string;
  /** Until when the time is kept for this visitor, if it is. */
  kept: { until: string; words: string } | null;
};

type Props = { wish: Wish; timesHref: string; zone: string; words: FormWords };

/** Works as a plain form too: without a script the action answers with this page, filled in as it was. */
export function BookingForm({ wish, timesHref, zone, words }: Props) {
  const [answer, book, pending] = useActionState(placeBooking, nothingTyped);
  const state = !answer.notice && wish.gone ? { ...answer, ...wish.gone } : answer;
  // Drawn anew while they type, it is the same form for the same time.
  const [{ formKey, kept: keptFirst }] = useState(wish);
  const kept = answer.kept ?? keptFirst;
  const { typed, errors, alternatives, over } = state;
  const [offline, setOffline] = useState(false);
  const notice = offline ? words.offline : state.notice;
  const total = state.totalMinor ?? wish.totalMinor;
  const terms = state.terms ?? wish.terms;
  const deposit = state.deposit ?? wish.deposit;
  const form = useRef<HTMLFormElement>(null);
  // The fault is what to see first; the answer may be further down than the screen.
  useEffect(() => {
    if (answer !== nothingTyped || wish.gone || offline)
      form.current?.querySelector<HTMLElement>("[data-notice], [aria-invalid]")?.focus();
  }, [answer, wish.gone, offline]);
  useKeptTyping(form, wish.slug, typedFields);
  // Without a network the action could only fail, and the page with it.
  const send = (event: FormEvent) => {
    setOffline(!navigator.onLine);
    if (!navigator.onLine) event.preventDefault();
  };

  return (
    <form ref={form} action={book} onSubmit={send} className="flex grow flex-col">
      {/* Enter must not take an alternative that nobody chose: a disabled first button refuses it. */}
      {alternatives ? <button type="submit" disabled hidden /> : null}
      <input type="hidden" name="slug" value={wish.slug} />
      {Object.entries(wish.chosen).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="at" value={wish.at} />
      <input type="hidden" name="seen" value={total} />
      <input type="hidden" name="terms" value={terms.seen} />
      <input type="hidden" name="termsWords" value={terms.words} />
      <input type="hidden" name="deposit" value={deposit.minor} />
      <input type="hidden" name="key" value={answer.key ?? formKey} />
      <div className="grid gap-5 pb-8">
        {kept && !alternatives && !over ? (
          <KeptUntil key={kept.until} {...kept} pending={pending} said={words.kept} />
        ) : null}
        {notice ? (
          <Notice notice={notice}>
            <Alternatives state={state} pending={pending} />
          </Notice>
        ) : null}
        {deposit.words ? <p>{deposit.words}</p> : null}
        <ContactFields
          typed={typed}
          errors={errors}
          help={deposit.minor > 0 ? words.payThere : words.confirmationThere}
          privacy={privacyHref(wish.slug)}
          words={words.contact}
        />
        <Field
          name="email"
          type="email"
          label={words.email}
          optional={words.optional}
          autoComplete="email"
          maxLength={200}
          defaultValue={typed.email}
          error={errors.email}
        />
        <Field
          name="notes"
          label={words.notes}
          optional={words.optional}
          lines={3}
          maxLength={500}
          defaultValue={typed.notes}
          error={errors.notes}
        />
        <label className="flex min-h-11 items-start gap-3">
          <input
            type="checkbox"
            name="marketing"
            defaultChecked={state.marketing}
            className="mt-0.5 size-5 shrink-0 accent-accent"
          />
          <span>{wish.marketing}</span>
        </label>
        {terms.words ? <p className="text-sm text-quiet">{terms.words}</p> : null}
      </div>
      <Bar>
        <span className="min-w-0">
          <span className={`block font-medium sm:truncate ${alternatives ? "line-through" : ""}`}>{wish.when}</span>
          <span className="block text-quiet sm:truncate">
            <span className="tabular-nums">
              {deposit.minor > 0 ? `${formatMoney(deposit.minor, wish.currency)} ${words.nowOf} ` : ""}
              {formatMoney(total, wish.currency)}
            </span>
            <span className="max-sm:sr-only"> · {zone}</span>
          </span>
        </span>
        {alternatives || over ? (
          <a href={timesHref} className={plainBarButton}>
            {words.otherTimes}
          </a>
        ) : (
          <button type="submit" disabled={pending} className={barButton}>
            {pending ? words.booking : deposit.minor > 0 ? words.bookAndPay : words.book}
          </button>
        )}
      </Bar>
    </form>
  );
}

function Notice({ notice, children }: { notice: NonNullable<FormState["notice"]>; children: ReactNode }) {
  return (
    <div
      data-notice
      tabIndex={-1}
      role="alert"
      className="rounded-panel border border-edge bg-surface p-4 outline-none"
    >
      <p className="font-medium">{notice.title}</p>
      <p className="mt-1 text-quiet">{notice.text}</p>
      {children}
    </div>
  );
}

function Alternatives({ state: { alternatives }, pending }: { state: FormState; pending: boolean }) {
  if (!alternatives || alternatives.length === 0) return null;
  return (
    <div className="mt-4 grid gap-2 sm:grid-cols-3">
      {alternatives.map(({ startsAt, label, who }) => (
        <button
          key={startsAt}
          type="submit"
          name="startsAt"
          value={startsAt}
          disabled={pending}
          className="flex min-h-12 flex-col items-center justify-center rounded-control border border-accent bg-surface font-medium tabular-nums transition-colors hover:bg-wash disabled:opacity-60"
        >
          {label}
          {who ? <span className="text-sm font-normal text-quiet">{who}</span> : null}
        </button>
      ))}
    </div>
  );
}
