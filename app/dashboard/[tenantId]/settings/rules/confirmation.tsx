"use client";

import Link from "next/link";
import { useShell } from "@/app/_components/shell/shell-context";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { HousePolicy } from "@/lib/bookings/get-policy";

type Confirm = HousePolicy["policy"]["confirm"];
type Props = { chosen: Confirm; apart: HousePolicy["apart"]; onChoose(confirm: Confirm): void };

const ways: { value: Confirm; label: Phrase; effect: Phrase }[] = [
  {
    value: "auto",
    label: phrase("Confirmed at once"),
    effect: phrase("The time is theirs and they get the confirmation."),
  },
  {
    value: "desk",
    label: phrase("By hand"),
    effect: phrase(
      "They read “We have your request”. It waits under Requests, keeps the time, and expires when nobody answers.",
    ),
  },
];

/** At once or by hand, and the services that say something else. */
export function Confirmation({ chosen, apart, onChoose }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const others = apart.filter(({ confirm }) => confirm !== chosen);
  return (
    <div className="grid gap-2" role="radiogroup" aria-label={say("Bookings of customers are")}>
      {ways.map(({ value, label, effect }) => (
        <label key={value} className="flex items-start gap-3 py-1">
          <input
            type="radio"
            name="confirm"
            value={value}
            checked={chosen === value}
            onChange={() => onChoose(value)}
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
          <span className="grid">
            <span className="font-medium">{say(label)}</span>
            <span className="text-quiet">{say(effect)}</span>
          </span>
        </label>
      ))}
      {others.length > 0 ? (
        <p className="text-quiet">
          {chosen === "auto" ? say("By hand all the same") : say("At once all the same")}:{" "}
          {others.map(({ id, name }, at) => (
            <span key={id}>
              {at > 0 ? ", " : ""}
              <Link href={`/dashboard/${tenant.id}/services?service=${id}`} className="underline underline-offset-4">
                {name}
              </Link>
            </span>
          ))}
        </p>
      ) : (
        <p className="text-quiet">{say("A service may say something else on its own panel.")}</p>
      )}
    </div>
  );
}
