"use client";

import { type ReactNode, useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { type Send, useSend } from "@/app/_components/forms/use-send";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { useSay } from "@/app/_words/use-say";
import { formatMoney, formatTime } from "@/lib/platform/format";
import { typedAmount } from "@/lib/platform/typed-amount";
import type { OpenDrawer, TillDay } from "@/lib/till/get-till";
import { mostTillReason } from "@/lib/till/rules";
import { countTheDrawer, moveMoney, openTheDrawer } from "./money-actions";
import { offWords } from "./off-words";

const minor = (typed: unknown) => Math.round(typedAmount(String(typed ?? "")) * 100);

/** The drawer: opened with a float, and counted by somebody who is not told what there should be. */
export function DrawerSection({ till }: { till: TillDay }) {
  const say = useSay();
  const { tenant } = useShell();
  const { drawer, counted, currency, day, today } = till;
  if (!tenant.may.includes("drawer.use")) return null;
  if (day !== today && counted.length === 0) return null;
  return (
    <section aria-labelledby="drawer-title" className="grid grid-cols-[minmax(0,1fr)] content-start gap-3">
      <h2 id="drawer-title" className="font-semibold">
        {say("Cash drawer")}
      </h2>
      {day === today ? drawer ? <Open drawer={drawer} currency={currency} /> : <Closed currency={currency} /> : null}
      {counted.length > 0 ? (
        <ul aria-label={say("Counted")} className="divide-y border-y">
          {counted.map(({ id, countedMinor, expectedMinor, note, countedBy, closedAt }) => {
            const off = countedMinor - expectedMinor;
            return (
              <li key={id} className="grid gap-0.5 py-(--row)">
                <span className="flex justify-between gap-4">
                  <span className="font-medium tabular-nums">
                    {say("{money} counted", { money: formatMoney(countedMinor, currency) })}
                  </span>
                  <span className={`tabular-nums ${off === 0 ? "text-confirmed" : "text-danger"}`}>
                    {off === 0 ? say("as it should be") : offWords(say, off, currency)}
                  </span>
                </span>
                <span className="text-quiet tabular-nums">
                  {formatTime(closedAt, tenant.timeZone)}
                  {countedBy ? `, ${countedBy}` : ""} ·{" "}
                  {say("should be {money}", { money: formatMoney(expectedMinor, currency) })}
                </span>
                {note ? <span className="break-words text-quiet">“{note}”</span> : null}
              </li>
            );
          })}
        </ul>
      ) : null}
    </section>
  );
}

function Closed({ currency }: { currency: string }) {
  const say = useSay();
  const act = useAct("till");
  const [opening, setOpening] = useState(false);
  if (!opening)
    return (
      <>
        <p className="text-quiet">{say("The drawer is closed.")}</p>
        <Button className="justify-self-start" onClick={() => setOpening(true)}>
          {say("Open the drawer")}
        </Button>
      </>
    );
  return (
    <DrawerForm
      label={say("Open the drawer")}
      word={say("Open it")}
      onLeave={() => setOpening(false)}
      send={({ floatMinor, reason }) =>
        act((tenantId) => openTheDrawer(tenantId, { floatMinor: minor(floatMinor), reason }))
      }
    >
      {(errorOf) => (
        <>
          <Field
            name="floatMinor"
            label={say("In it now, in {currency}", { currency })}
            help={say("Count the notes and coins that you begin with.")}
            error={errorOf("floatMinor", say("The amount"))}
            inputMode="decimal"
            autoComplete="off"
            autoFocus
            className="max-w-40"
          />
          <Field
            name="reason"
            label={say("Why, if it is not what the last count left")}
            help={say("Such as “Taken to the bank”. It is written down.")}
            error={errorOf("reason", say("The reason"))}
            maxLength={mostTillReason}
            autoComplete="off"
          />
        </>
      )}
    </DrawerForm>
  );
}

function Open({ drawer, currency }: { drawer: OpenDrawer; currency: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("till");
  const [asking, setAsking] = useState<"move" | "count" | null>(null);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const leave = () => setAsking(null);
  const opened = {
    time: formatTime(drawer.openedAt, tenant.timeZone),
    money: formatMoney(drawer.floatMinor, currency),
  };
  return (
    <>
      <p className="text-quiet tabular-nums">
        {drawer.openedBy
          ? say("Open since {time}, {name}, with {money} in it.", { ...opened, name: drawer.openedBy })
          : say("Open since {time}, with {money} in it.", opened)}
      </p>
      {drawer.moves.length > 0 ? (
        <ul aria-label={say("Put in and taken out")} className="divide-y border-y">
          {drawer.moves.map(({ id, kind, amountMinor, reason, who, at }) => (
            <li key={id} className="flex justify-between gap-4 py-2">
              <span className="min-w-0">
                <span className="block break-words">{reason}</span>
                <span className="block text-quiet tabular-nums">
                  {formatTime(at, tenant.timeZone)}
                  {who ? `, ${who}` : ""}
                </span>
              </span>
              <span className="shrink-0 tabular-nums">
                {kind === "in" ? "+" : "−"} {formatMoney(amountMinor, currency)}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {asking === "move" ? (
        <DrawerForm
          label={say("Cash in or out")}
          word={say("Write it down")}
          onLeave={leave}
          send={({ kind, amountMinor, reason }) =>
            act((tenantId) =>
              moveMoney(tenantId, { drawerId: drawer.id, kind, amountMinor: minor(amountMinor), reason, key }),
            )
          }
          onDone={() => setKey(crypto.randomUUID())}
        >
          {(errorOf) => (
            <>
              <SelectField
                name="kind"
                label={say("What happens")}
                choices={[
                  { value: "out", label: say("Taken out") },
                  { value: "in", label: say("Put in") },
                ]}
              />
              <Field
                name="amountMinor"
                label={say("Amount in {currency}", { currency })}
                error={errorOf("amountMinor", say("The amount"))}
                inputMode="decimal"
                autoComplete="off"
                className="max-w-40"
              />
              <Field
                name="reason"
                label={say("What for")}
                error={errorOf("reason", say("The reason"))}
                maxLength={mostTillReason}
                autoComplete="off"
              />
            </>
          )}
        </DrawerForm>
      ) : asking === "count" ? (
        <DrawerForm
          label={say("Count the drawer")}
          word={say("That is what is in it")}
          onLeave={leave}
          send={({ countedMinor, note }) =>
            act((tenantId) =>
              countTheDrawer(tenantId, { drawerId: drawer.id, countedMinor: minor(countedMinor), note }),
            )
          }
          onDone={() => toast(say("The drawer is counted"))}
        >
          {(errorOf) => (
            <>
              <Field
                name="countedMinor"
                label={say("Counted, in {currency}", { currency })}
                help={say("Everything in it, the float too. What there should be is shown afterwards.")}
                error={errorOf("countedMinor", say("What was counted"))}
                inputMode="decimal"
                autoComplete="off"
                autoFocus
                className="max-w-40"
              />
              <Field
                name="note"
                label={say("Note")}
                error={errorOf("note", say("The note"))}
                maxLength={mostTillReason}
                autoComplete="off"
              />
            </>
          )}
        </DrawerForm>
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setAsking("count")}>{say("Count the drawer")}</Button>
          <Button kind="bare" onClick={() => setAsking("move")}>
            {say("Cash in or out")}
          </Button>
        </div>
      )}
    </>
  );
}

type FormProps = {
  label: string;
  word: string;
  send: Send<unknown>;
  onLeave(): void;
  onDone?: () => void;
  children(errorOf: (name: string, label: string) => string | undefined): ReactNode;
};

function DrawerForm({ label, word, send, onLeave, onDone, children }: FormProps) {
  const say = useSay();
  const { busy, problem, onSubmit, errorOf } = useSend(send, () => {
    onDone?.();
    onLeave();
  });
  return (
    <form onSubmit={onSubmit} noValidate aria-label={label} className="grid gap-4">
      {children((name, what) => errorOf(name, what) || undefined)}
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" size="large" aria-disabled={busy}>
          {busy ? say("One moment") : word}
        </Button>
        <Button kind="bare" size="large" onClick={onLeave}>
          {say("Cancel")}
        </Button>
      </div>
    </form>
  );
}
