"use client";

import { useRef, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import type { ActionAnswer } from "@/app/_server/action";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { Affected } from "@/lib/bookings/list-affected";
import type { Looked } from "@/lib/platform/looked";
import { AffectedList } from "./affected-list";
import { useAskSortOut } from "./bookings/misplaced/sort-out-provider";

const firstShown = 10;
const moreShown = 40;
/** Nothing happened, and nobody has to be told why: they chose so. */
const kept = { ok: false as const, problem: "" };

type Decision = "leave" | "go" | "more";
type Step = { look: Affected; busy: boolean } | null;

/**
 * For what narrows what can be booked: shows the bookings in the way, goes on once somebody has looked at them, and then
 * helps to find them another place. `go` is the word of the button that goes on.
 */
export function useLooked(go: string) {
  const [step, setStep] = useState<Step>(null);
  const askSortOut = useAskSortOut();
  const decide = useRef<(decision: Decision) => void>(() => {});

  const looked = async (
    send: (look: Looked) => Promise<ActionAnswer<Affected | null>>,
  ): Promise<ActionAnswer<Affected | null>> => {
    let show = firstShown;
    let answer = await send({ anyway: false, show });
    while (answer.ok && answer.value) {
      const look = answer.value;
      setStep({ look, busy: false });
      const decision = await new Promise<Decision>((resolve) => {
        decide.current = resolve;
      });
      if (decision === "leave") {
        setStep(null);
        return kept;
      }
      setStep({ look, busy: true });
      if (decision === "more") show += moreShown;
      // Those that came meanwhile are shown before anything is done.
      answer = await send(decision === "more" ? { anyway: false, show } : { anyway: true, seen: look.ids, show });
      setStep(null);
      if (answer.ok && answer.value === null) askSortOut(look.ids);
    }
    return answer;
  };

  const dialog = <Look step={step} go={go} onDecided={(decision) => decide.current(decision)} />;
  return { looked, dialog };
}

type LookProps = {
  step: Step;
  go: string;
  onDecided(decision: Decision): void;
};

function Look({ step, go, onDecided }: LookProps) {
  const say = useSay();
  const { total = 0, fresh = 0, proposals = 0, bookings = [] } = step?.look ?? {};
  const busy = step?.busy ?? false;
  const words = [
    fresh > 0 ? say("{fresh} more came meanwhile.", { fresh }) : "",
    total === 1
      ? say("It stays as booked at first. When you go on, you can move it or ask the customer to choose another time.")
      : "",
    total > 1
      ? say(
          "They stay as booked at first. When you go on, you can move them or ask the customers to choose another time.",
        )
      : "",
    withdrawn(say, proposals),
  ];
  return (
    <Dialog
      open={step !== null}
      onClose={() => onDecided("leave")}
      title={titleOf(say, total)}
      about={words.filter(Boolean).join(" ")}
    >
      {total > 0 ? <AffectedList bookings={bookings} /> : null}
      {total > bookings.length ? (
        <Button className="justify-self-start" disabled={busy} onClick={() => onDecided("more")}>
          {say("Load more ({count})", { count: total - bookings.length })}
        </Button>
      ) : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="large" onClick={() => onDecided("leave")}>
          {say("Leave it as it is")}
        </Button>
        <Button size="large" className="text-danger" disabled={busy} onClick={() => onDecided("go")}>
          {go}
        </Button>
      </div>
    </Dialog>
  );
}

function titleOf(say: Say, total: number): string {
  if (total === 0) return say("A time you proposed is affected");
  return say("{total, plural, one {One booking is} other {{total} bookings are}} affected", { total });
}

/** What customers are asked to choose from and could not have any more. */
function withdrawn(say: Say, proposals: number): string {
  if (proposals === 0) return "";
  return say(
    "{proposals, plural, one {One time that you proposed to a customer is} other {{proposals} times that you proposed to customers are}} withdrawn when you go on.",
    { proposals },
  );
}
