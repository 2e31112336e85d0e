"use client";

import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import { formatMoney } from "@/lib/platform/format";
import { typedAmount } from "@/lib/platform/typed-amount";
import type { DayStanding } from "@/lib/till/day-standing";
import { mostTillReason } from "@/lib/till/rules";
import { closeTheDay } from "../money-actions";
import { offWords } from "../off-words";

const rows = [
  { key: "cash", word: phrase("Cash"), help: null },
  { key: "mpesa", word: phrase("M-Pesa"), help: phrase("What the till or paybill says came in.") },
  { key: "card", word: phrase("Card"), help: phrase("What the terminal’s slip of the day says.") },
  { key: "other", word: phrase("Other"), help: null },
] as const;

/** Below nothing where more was given back than came in. */
const minor = (typed: unknown) => {
  const [, sign, amount = ""] = /^\s*([-−]?)(.*)$/.exec(String(typed ?? "")) ?? [];
  return Math.round(typedAmount(amount) * 100) * (sign ? -1 : 1);
};

/** What there should be of each, beside what was counted; closing it locks the day. */
export function CloseForm({ standing }: { standing: DayStanding }) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("till");
  const { day, expected, cashHidden, looseMinor, drawerDifferenceMinor, drawerOpen, openSales, openMinor, currency } =
    standing;
  const { unverified } = standing;
  const money = (amount: number) => formatMoney(amount, currency);
  const coveredMinor = expected.cash - looseMinor;
  const counted = drawerDifferenceMinor !== null || coveredMinor !== 0;
  /** Nothing of the cash is left to be counted here. */
  const allCounted = counted && looseMinor === 0;
  const { busy, problem, onSubmit, errorOf } = useSend(
    (given) =>
      act((tenantId) =>
        closeTheDay(tenantId, {
          day,
          // The drawer has been counted: its count stands.
          counted: Object.fromEntries(
            rows.map(({ key }) => [key, key === "cash" && allCounted ? 0 : minor(given[`counted.${key}`] ?? "0")]),
          ),
          seen: expected,
          note: given.note,
        }),
      ),
    ({ differenceMinor }) =>
      toast(say("The day is closed"), {
        description: differenceMinor === 0 ? say("No difference") : offWords(say, differenceMinor, currency),
      }),
  );
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Close the day")} className="grid gap-5">
      {drawerOpen ? (
        <p role="status" className="text-requested">
          {say("The cash drawer is open.")}{" "}
          <a href={`/dashboard/${tenant.id}/till`} className="underline underline-offset-4">
            {say("Count it first.")}
          </a>
        </p>
      ) : null}
      {openSales > 0 ? (
        <p className="text-quiet tabular-nums">
          {say(
            "{sales, plural, one {One sale is} other {{sales} sales are}} open, with {money} left to pay. They stay open; what comes later counts for a later day.",
            { sales: openSales, money: money(openMinor) },
          )}
        </p>
      ) : null}
      {rows
        .filter(({ key }) => key !== "other" || expected.other !== 0)
        .map(({ key, word, help }) => (
          <div key={key} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] items-start gap-4 border-t pt-4">
            <div>
              <p className="font-medium">{say(word)}</p>
              <p className="text-quiet tabular-nums">
                {key === "cash" && cashHidden
                  ? say("told once the drawer is counted")
                  : say("should be {money}", { money: money(expected[key]) })}
              </p>
            </div>
            <div className="grid gap-4">
              {key === "cash" && counted ? (
                <div>
                  <p className="font-medium tabular-nums">{money(coveredMinor + (drawerDifferenceMinor ?? 0))}</p>
                  <p className="text-quiet">{say("as the drawer was counted")}</p>
                </div>
              ) : null}
              {key === "cash" && (allCounted || cashHidden) ? null : (
                <CountField
                  name={key}
                  word={key === "cash" && counted ? say("Cash outside the drawer") : say(word)}
                  shouldMinor={key === "cash" ? looseMinor : expected[key]}
                  help={
                    key === "cash" && counted
                      ? say("{money} came or went while no drawer was open, or after it was counted.", {
                          money: money(looseMinor),
                        })
                      : help && say(help)
                  }
                  error={errorOf(`counted.${key}`, say(word))}
                />
              )}
            </div>
          </div>
        ))}
      {unverified > 0 ? (
        <p className="border-t pt-4 tabular-nums">
          {say.rich(
            "<what>M-Pesa codes, not verified:</what> {money} in {codes, plural, one {one code} other {{codes} codes}}. Counted apart, until something vouches for them.",
            {
              codes: unverified,
              money: money(standing.unverifiedMinor),
              what: (chunks) => <span className="font-medium">{chunks}</span>,
            },
          )}
        </p>
      ) : null}
      <Field
        name="note"
        label={say("Note")}
        help={say("Why there is a difference, if there is one.")}
        error={errorOf("note", say("The note")) || undefined}
        maxLength={mostTillReason}
        autoComplete="off"
      />
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex flex-wrap items-center justify-end gap-4">
        <span className="text-quiet">{say("Afterwards nothing more is written for this day.")}</span>
        <Button type="submit" kind="primary" size="large" aria-disabled={busy || drawerOpen}>
          {busy ? say("One moment") : say("Close the day")}
        </Button>
      </div>
    </form>
  );
}

type CountProps = { name: string; word: string; shouldMinor: number; help: string | null; error: string | undefined };

/** What was counted; below nothing where more was given back than came in. */
function CountField({ name, word, shouldMinor, help, error }: CountProps) {
  const say = useSay();
  const below = shouldMinor < 0 ? say("More was given back than came in: write it with a minus.") : "";
  return (
    <Field
      name={`counted.${name}`}
      label={say("{word} counted", { word })}
      help={[help, below].filter(Boolean).join(" ") || undefined}
      error={error || undefined}
      defaultValue={shouldMinor === 0 ? "0" : ""}
      inputMode={shouldMinor < 0 ? "text" : "decimal"}
      autoComplete="off"
      className="text-right tabular-nums"
    />
  );
}
