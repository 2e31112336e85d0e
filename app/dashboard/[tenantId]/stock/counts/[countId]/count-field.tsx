"use client";

import { Check } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { useAct } from "@/app/_components/data/use-act";
import { faultWords } from "@/app/_components/forms/fault-words";
import { useSay } from "@/app/_words/use-say";
import type { CountLine } from "@/lib/inventory/get-count";
import { typedAmount } from "@/lib/platform/typed-amount";
import { countIt } from "../../actions";
import { useKept } from "./use-kept";

/** How many of one product lie there. What is typed is sent on leaving the field, and kept here until it has arrived. */
export function CountField({ countId, line }: { countId: string; line: CountLine }) {
  const say = useSay();
  const { productId, name, unit, counted, by } = line;
  const act = useAct("stock");
  const { kept, now, ago, keep, forget } = useKept(`count:${countId}:${productId}`);
  const [problem, setProblem] = useState("");
  const shown = kept ?? (counted === null ? "" : String(counted));
  const send = async () => {
    const typed = now();
    if (typed === null) return;
    // Emptied again: what was counted before stays.
    if (typed.trim() === "") return forget(typed);
    const agoMs = ago();
    const answer = await act((tenantId) =>
      countIt(tenantId, { countId, productId, counted: typedAmount(typed), agoMs }),
    );
    if (answer.ok || answer.code === "counted_since") forget(typed);
    const fault = answer.ok ? undefined : answer.fields?.counted?.[0];
    setProblem(answer.ok ? "" : fault ? faultWords(say, name, fault) : answer.problem);
  };
  // What was typed before this page was loaded, or while there was no network, goes out by itself.
  const sendKept = useEffectEvent(() => void send());
  useEffect(() => {
    sendKept();
    window.addEventListener("online", sendKept);
    return () => window.removeEventListener("online", sendKept);
  }, []);
  const id = `count-${productId}`;
  const problemId = `problem-${id}`;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 py-2">
      <label htmlFor={id} className="min-w-0 font-medium break-words">
        {name}
        {unit === "piece" ? null : <span className="font-normal text-quiet"> {say("in {unit}", { unit })}</span>}
      </label>
      <span className="flex items-center gap-2">
        {kept === null && counted !== null ? (
          <Check
            role="img"
            aria-label={by ? say("Counted by {name}", { name: by }) : say("Counted")}
            className="size-4 text-quiet"
          />
        ) : null}
        <input
          id={id}
          value={shown}
          onChange={({ target }) => keep(target.value)}
          onBlur={send}
          onKeyDown={(event) => {
            if (event.key === "Enter") goOn(event.currentTarget);
          }}
          inputMode="numeric"
          enterKeyHint="next"
          autoComplete="off"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? problemId : undefined}
          className="h-11 w-24 rounded-control border border-edge bg-surface px-3 text-right text-md text-ink tabular-nums transition-colors aria-invalid:border-danger"
        />
      </span>
      <p role="alert" id={problemId} className="col-span-2 text-right text-danger empty:hidden">
        {problem}
      </p>
    </li>
  );
}

/** To the next product, or away from the last; either way this one is sent. */
function goOn(field: HTMLElement): void {
  const next = field.closest("li")?.nextElementSibling?.querySelector("input");
  if (next) next.focus();
  else field.blur();
}
