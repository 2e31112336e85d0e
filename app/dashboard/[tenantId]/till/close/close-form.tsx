"use client";

import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { formatMoney } from "@/lib/platform/format";
import { typedAmount } from "@/lib/platform/typed-amount";
import type { DayStanding } from "@/lib/till/day-standing";
import { mostTillReason } from "@/lib/till/rules";
import { closeTheDay } from "../money-actions";

const rows = [
  { key: "cash", word: "Cash", help: "" },
  { key: "mpesa", word: "M-Pesa", help: "What the till or paybill says came in." },
  { key: "card", word: "Card", help: "What the terminal’s slip of the day says." },
  { key: "other", word: "Other", help: "" },
] as const;

const minor = (typed: unknown) => Math.round(typedAmount(String(typed ?? "")) * 100);

/** What there should be of each, beside what was counted; closing it locks the day. */
export function CloseForm({ standing }: { standing: DayStanding }) {
  const { tenant } = useShell();
  const act = useAct("till");
  const { day, expected, cashHidden, drawerDifferenceMinor, drawerOpen, openSales, openMinor, unverified, currency } =
    standing;
  const money = (amount: number) => formatMoney(amount, currency);
  const counted = drawerDifferenceMinor !== null;
  const seenMinor = expected.cash + expected.mpesa + expected.card + expected.other;
  const { busy, problem, onSubmit, errorOf } = useSend(
    (given) =>
      act((tenantId) =>
        closeTheDay(tenantId, {
          day,
          // The drawer has been counted: its count stands.
          counted: Object.fromEntries(
            rows.map(({ key }) => [key, key === "cash" && counted ? 0 : minor(given[`counted.${key}`] ?? "0")]),
          ),
          seenMinor,
          note: given.note,
        }),
      ),
    ({ differenceMinor }) =>
      toast("The day is closed", {
        description:
          differenceMinor === 0
            ? "No difference"
            : `${money(Math.abs(differenceMinor))} ${differenceMinor > 0 ? "too much" : "missing"}`,
      }),
  );
  return (
    <form onSubmit={onSubmit} noValidate aria-label="Close the day" className="grid gap-5">
      {drawerOpen ? (
        <p role="status" className="text-requested">
          The cash drawer is open.{" "}
          <a href={`/dashboard/${tenant.id}/till`} className="underline underline-offset-4">
            Count it first.
          </a>
        </p>
      ) : null}
      {openSales > 0 ? (
        <p className="text-quiet tabular-nums">
          {openSales === 1 ? "One sale is" : `${openSales} sales are`} open, with {money(openMinor)} left to pay. They
          stay open; what comes later counts for a later day.
        </p>
      ) : null}
      {rows
        .filter(({ key }) => key !== "other" || expected.other !== 0)
        .map(({ key, word, help }) => (
          <div key={key} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] items-start gap-4 border-t pt-4">
            <div>
              <p className="font-medium">{word}</p>
              <p className="text-quiet tabular-nums">
                {key === "cash" && cashHidden ? "told once the drawer is counted" : `should be ${money(expected[key])}`}
              </p>
            </div>
            {key === "cash" && counted ? (
              <div>
                <p className="font-medium tabular-nums">{money(expected.cash + drawerDifferenceMinor)}</p>
                <p className="text-quiet">as the drawer was counted</p>
              </div>
            ) : (
              <Field
                name={`counted.${key}`}
                label={`${word} counted`}
                help={help || undefined}
                error={errorOf(`counted.${key}`, word) || undefined}
                defaultValue={expected[key] === 0 ? "0" : ""}
                inputMode="decimal"
                autoComplete="off"
                className="text-right tabular-nums"
              />
            )}
          </div>
        ))}
      {unverified > 0 ? (
        <p className="border-t pt-4 tabular-nums">
          <span className="font-medium">M-Pesa codes, not verified:</span> {money(standing.unverifiedMinor)} in{" "}
          {unverified === 1 ? "one code" : `${unverified} codes`}. Counted apart, until something vouches for them.
        </p>
      ) : null}
      <Field
        name="note"
        label="Note"
        help="Why there is a difference, if there is one."
        error={errorOf("note", "The note") || undefined}
        maxLength={mostTillReason}
        autoComplete="off"
      />
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex flex-wrap items-center justify-end gap-4">
        <span className="text-quiet">Afterwards nothing more is written for this day.</span>
        <Button type="submit" kind="primary" size="large" aria-disabled={busy || drawerOpen}>
          {busy ? "One moment" : "Close the day"}
        </Button>
      </div>
    </form>
  );
}
