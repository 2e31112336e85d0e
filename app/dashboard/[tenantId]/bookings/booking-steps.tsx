"use client";

import { useState } from "react";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import type { BookingMove } from "@/db/schema/bookings";
import type { BookingFacts } from "@/lib/bookings/get-booking";
import { mayMove, mayPropose, movesFor } from "@/lib/bookings/rules";
import { formatDayTime } from "@/lib/platform/format";
import { BookingExtras } from "./booking-extras";
import { LengthForm } from "./length-form";
import { MoveForm } from "./move-form";
import { ProposeForm } from "./propose-form";
import { ReasonForm } from "./reason-form";
import { pastWords, stepLabels } from "./step-words";
import { useStep } from "./use-step";

type Step = Exclude<BookingMove, "expire">;

/** Steps that have a form of their own. */
type Form = "move" | "length" | "propose";
const isForm = (step: Step | Form | null): step is Form => step === "move" || step === "length" || step === "propose";

/** Asked once more, since the customer hears of it, with why. */
const withReason: ReadonlySet<BookingMove | Form> = new Set(["decline", "cancel"]);

/** What somebody may do with this booking now, the usual thing first; and what was done. */
export function BookingSteps({ booking }: { booking: BookingFacts }) {
  const say = useSay();
  const { tenant } = useShell();
  const now = useNow();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const [asking, setAsking] = useState<Step | Form | null>(null);
  const step = useStep();
  const by = tenant.role === "staff" ? "staff" : "desk";
  const allowed = movesFor({ ...booking, timeZone: tenant.timeZone }, by, new Date(now)).filter(
    (move): move is Step => move !== "expire",
  );
  // A request is declined: cancelling it would say the same in other words.
  const steps = allowed.filter((move) => move !== "cancel" || !allowed.includes("decline"));
  const go = async (move: Step, reason?: string) => {
    setBusy(true);
    setProblem("");
    const not = await step(booking, move, reason);
    setProblem(not ?? "");
    setBusy(false);
    if (!not) setAsking(null);
  };
  const movable = tenant.may.includes("bookings.move") && mayMove(booking, by, new Date(now));
  const proposable =
    tenant.may.includes("bookings.propose") && by === "desk" && mayPropose(booking, new Date(now))
      ? (["propose"] as const)
      : [];
  const ways = steps.filter((move) => !withReason.has(move));
  // The way back from a mistake stands beside the way on, but is never the first thing at hand.
  const first = ways.find((move) => move !== "miss" && move !== "release");
  return (
    <div className="grid gap-6">
      <BookingExtras booking={booking} />
      {asking === "propose" ? <ProposeForm booking={booking} onLeave={() => setAsking(null)} /> : null}
      {asking === "move" && movable ? <MoveForm booking={booking} onLeave={() => setAsking(null)} /> : null}
      {asking === "length" && movable ? <LengthForm booking={booking} onLeave={() => setAsking(null)} /> : null}
      {steps.length > 0 && !isForm(asking) ? (
        <div className="grid gap-3">
          {asking && steps.includes(asking) ? (
            <ReasonForm
              word={say(stepLabels[asking])}
              busy={busy}
              onGo={(reason) => go(asking, reason)}
              onLeave={() => setAsking(null)}
            />
          ) : (
            <div className="flex flex-wrap gap-2">
              {[
                ...ways,
                ...(movable ? (["move", "length"] as const) : []),
                ...proposable,
                ...steps.filter((move) => withReason.has(move)),
              ].map((move) => (
                <Button
                  key={move}
                  size="large"
                  kind={move === first ? "primary" : withReason.has(move) ? "bare" : "plain"}
                  className={withReason.has(move) ? "text-danger" : ""}
                  disabled={busy}
                  onClick={() => (isForm(move) || withReason.has(move) ? setAsking(move) : go(move))}
                >
                  {say(labels[move])}
                </Button>
              ))}
            </div>
          )}
          <ProblemLine>{problem}</ProblemLine>
        </div>
      ) : null}
      <History booking={booking} timeZone={tenant.timeZone} />
    </div>
  );
}

const labels = {
  ...stepLabels,
  move: phrase("Move"),
  length: phrase("Change length"),
  propose: phrase("Propose another time"),
};

function History({ booking, timeZone }: { booking: BookingFacts; timeZone: string }) {
  const say = useSay();
  if (booking.history.length === 0) return null;
  return (
    <section aria-labelledby="history-title" className="grid gap-2 border-t pt-5">
      <h3 id="history-title" className="font-medium">
        {say("What happened")}
      </h3>
      <ol className="grid gap-2">
        {booking.history.map((step) => (
          <li key={step.id} className="grid gap-0.5">
            <span>{pastWords(say, step)}</span>
            {step.reason ? <span className="break-words text-quiet">“{step.reason}”</span> : null}
            <time dateTime={step.at} className="text-quiet tabular-nums">
              {formatDayTime(step.at, timeZone, say.language)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
