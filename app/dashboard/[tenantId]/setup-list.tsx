"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useAct } from "@/app/_components/data/use-act";
import { useDoing } from "@/app/_components/data/use-doing";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { Setup } from "@/lib/setup/get-setup";
import type { SayStep } from "@/lib/setup/input";
import { isOptional, nextOf, progressOf, type SetupStep } from "@/lib/setup/rules";
import { fillHouse, say as saySetup } from "./settings/actions";
import { setupWords } from "./setup-words";
import { setupKey } from "./today-keys";

export function useSetup(): Setup | undefined {
  const { tenant } = useShell();
  return useSWR<Setup>(tenant.may.includes("settings.manage") ? setupKey(tenant.id) : null, fetchJson).data;
}

/** What a new business does first, until it is done or nobody wants to see it. */
export function SetupList() {
  const setup = useSetup();
  const next = setup && !setup.isPutAway ? nextOf(setup.steps) : null;
  return setup && next ? <Steps setup={setup} next={next} /> : null;
}

function Steps({ setup: { steps, slug, isPending, samples }, next }: { setup: Setup; next: SetupStep }) {
  const say = useSay();
  const { busy, problem, run } = useDoing(useAct("setup"));
  const tell = (said: SayStep) => void run((tenantId) => saySetup(tenantId, said));
  const { done, all } = progressOf(steps);
  const { why, asItIs } = setupWords[next];
  return (
    <section aria-labelledby="setup-title" className="grid gap-3 border-b bg-canvas px-4 py-5 md:px-6 xl:pl-8">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="setup-title">
          {say("First steps")}{" "}
          <span className="font-normal text-quiet tabular-nums">{say("{done} of {all} done", { done, all })}</span>
        </h2>
        <Button kind="bare" className="-mr-3 text-quiet" aria-disabled={busy} onClick={() => tell({ putAway: true })}>
          {say("Put this away")}
        </Button>
      </div>
      <progress
        aria-labelledby="setup-title"
        value={done}
        max={all}
        className="h-1.5 w-full max-w-120 appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
      />
      <div className="grid gap-2">
        <p>
          <span className="font-medium">{say("Next:")}</span> <span className="text-quiet">{say(why)}</span>
        </p>
        <div className="flex flex-wrap gap-2">
          <StepLink step={next} slug={slug} kind="primary" onLook={() => tell({ step: "looked" })} />
          {asItIs ? (
            <Button aria-disabled={busy} onClick={() => tell({ step: next as "hours" })}>
              {say(asItIs)}
            </Button>
          ) : null}
        </div>
        <ProblemLine>{problem}</ProblemLine>
      </div>
      {samples === "possible" ? (
        <p className="text-quiet">
          {say.rich(
            "Nothing to look at yet? <fill>Fill it with sample data</fill>: made-up customers, bookings of this week and two sales. One click takes them out again.",
            {
              fill: (words) => (
                <button
                  type="button"
                  aria-disabled={busy}
                  onClick={() => void run((tenantId) => fillHouse(tenantId, {}))}
                  className="min-h-8 underline decoration-edge underline-offset-4 hover:text-ink"
                >
                  {words}
                </button>
              ),
            },
          )}
        </p>
      ) : null}
      <details className="group">
        <summary className="inline-flex min-h-8 cursor-pointer items-center text-quiet underline decoration-edge underline-offset-4 hover:text-ink">
          {say("All steps")}
        </summary>
        <ul className="grid max-w-220 gap-x-8 pt-1 md:grid-cols-2">
          {steps.map(({ step, isDone }) => (
            <li key={step} className="flex min-h-10 items-center gap-2.5">
              {isDone ? (
                <Check aria-hidden className="size-4 shrink-0 text-confirmed" />
              ) : (
                <span aria-hidden className="m-0.5 size-3 shrink-0 rounded-full border border-edge" />
              )}
              <StepLink step={step} slug={slug} onLook={() => tell({ step: "looked" })} />
              <span className="sr-only">{isDone ? say("done") : say("to do")}</span>
              {isOptional(step) && !isDone ? <span className="text-quiet">{say("if you need it")}</span> : null}
            </li>
          ))}
        </ul>
      </details>
      {isPending ? (
        <p className="text-quiet">
          {say(
            "You can do all of this while we look at your business: your link works for everybody as soon as it is approved.",
          )}
        </p>
      ) : null}
    </section>
  );
}

type LinkProps = { step: SetupStep; slug: string; kind?: "primary"; onLook(): void };

function StepLink({ step, slug, kind, onLook }: LinkProps) {
  const say = useSay();
  const { tenant } = useShell();
  const { title, path } = setupWords[step];
  const link =
    step === "looked" ? (
      // It opens beside the app, and having been there is all there is to it.
      <a href={`/book/${slug}`} target="_blank" rel="noreferrer" onClick={onLook}>
        {say(title)}
      </a>
    ) : (
      <Link href={`/dashboard/${tenant.id}${path}`}>{say(title)}</Link>
    );
  return kind ? (
    <Button asChild kind={kind}>
      {link}
    </Button>
  ) : (
    <span className="underline decoration-edge underline-offset-4">{link}</span>
  );
}
