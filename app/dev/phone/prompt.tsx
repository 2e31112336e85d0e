"use client";

import { Delete } from "lucide-react";
import { type FormEvent, useId, useRef, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { PromptView } from "@/lib/payments/simulator/control";
import { formatMoney } from "@/lib/platform/format";
import { localPhone } from "./local-phone";

export type Tap = "approve" | "wrong-pin" | "cancel" | "no-money" | "ignore";

const instead: [Tap, Phrase][] = [
  ["wrong-pin", phrase("Wrong PIN")],
  ["no-money", phrase("No money")],
  ["cancel", phrase("Cancel")],
  ["ignore", phrase("Ignore")],
];

/** One prompt as a phone shows it. Any four digits pay. */
export function Prompt({ prompt, onTap }: { prompt: PromptView; onTap: (tap: Tap) => Promise<void> }) {
  const say = useSay();
  const { business, amount, reference, phone, secondsLeft } = prompt;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState("");
  const [busy, setBusy] = useState(false);
  const money = formatMoney(amount * 100, "KES");

  const act = async (tap: Tap) => {
    setBusy(true);
    await onTap(tap);
    setBusy(false);
  };
  const pay = (event: FormEvent) => {
    event.preventDefault();
    if (pin.length === 4) void act("approve");
    else field.current?.focus();
  };
  const press = (digit: string) => setPin((typed) => `${typed}${digit}`.slice(0, 4));

  return (
    <article
      aria-labelledby={`${id}-what`}
      className="grid max-w-80 gap-4 rounded-panel border border-edge bg-surface p-4"
      data-prompt={prompt.id}
    >
      <header className="flex justify-between gap-2 text-sm text-quiet tabular-nums">
        <span>{localPhone(phone)}</span>
        <span>{say("waits {seconds} s", { seconds: secondsLeft })}</span>
      </header>
      <p id={`${id}-what`} className="wrap-anywhere">
        {say.rich("Pay <amount>{money}</amount> to <who>{business}</who>, account {reference}?", {
          ...{ money, business, reference },
          amount: (chunks) => <span className="font-semibold tabular-nums">{chunks}</span>,
          who: (chunks) => <span className="font-semibold">{chunks}</span>,
        })}
      </p>
      <form onSubmit={pay} className="grid gap-3">
        <div className="grid gap-1.5">
          <label htmlFor={`${id}-pin`} className="font-medium">
            {say("M-PESA PIN")}
          </label>
          <input
            ref={field}
            id={`${id}-pin`}
            type="password"
            inputMode="numeric"
            autoComplete="off"
            aria-describedby={`${id}-any`}
            value={pin}
            onChange={({ target }) => setPin(target.value.replace(/\D/g, "").slice(0, 4))}
            className="h-11 w-full rounded-control border border-edge bg-surface px-3 text-center text-md tracking-[0.5em] text-ink"
          />
          <p id={`${id}-any`} className="text-sm text-quiet">
            {say("Any four digits pay. Never type your real PIN.")}
          </p>
        </div>
        <fieldset className="grid grid-cols-3 gap-2">
          <legend className="sr-only">{say("Keypad")}</legend>
          {"123456789".split("").map((digit) => (
            <Key key={digit} onClick={() => press(digit)}>
              {digit}
            </Key>
          ))}
          <span />
          <Key onClick={() => press("0")}>0</Key>
          <Key label={say("Delete the last digit")} onClick={() => setPin((typed) => typed.slice(0, -1))}>
            <Delete aria-hidden />
          </Key>
        </fieldset>
        <Button type="submit" kind="primary" size="large" disabled={busy}>
          {say("Pay {money}", { money })}
        </Button>
      </form>
      <div className="grid grid-cols-2 gap-2 border-t pt-4">
        {instead.map(([tap, label]) => (
          <Button key={tap} disabled={busy} className="h-11" onClick={() => act(tap)}>
            {say(label)}
          </Button>
        ))}
      </div>
    </article>
  );
}

function Key({ label, onClick, children }: { label?: string; onClick: () => void; children: React.ReactNode }) {
  return (
    <Button aria-label={label} onClick={onClick} className="h-11 text-md tabular-nums">
      {children}
    </Button>
  );
}
