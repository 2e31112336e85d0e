"use client";

import { Smartphone } from "lucide-react";
import { useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { PromptView } from "@/lib/payments/simulator/control";
import { PastPrompts } from "./past-prompts";
import { Prompt, type Tap } from "./prompt";

const everyMs = 1_000;
const address = "/api/dev/phone";

/** Asked every second, while somebody looks. */
export function PromptList({ first }: { first: PromptView[] | null }) {
  const say = useSay();
  const { data, error, mutate } = useSWR<{ prompts: PromptView[] | null }>(address, fetchJson, {
    refreshInterval: everyMs,
    fallbackData: { prompts: first },
    // A server that starts anew is back in a moment; left to itself this would wait longer each time.
    onErrorRetry: (_error, _key, _config, revalidate, options) => setTimeout(() => revalidate(options), everyMs),
  });
  const [problem, setProblem] = useState("");
  const tap = async (promptId: string, tapped: Tap) => {
    const body = JSON.stringify({ promptId, tap: tapped });
    const answer = await fetch(address, {
      method: "POST",
      body,
      headers: { "content-type": "application/json" },
    }).catch(() => null);
    setProblem(
      answer?.ok ? "" : answer ? say("This prompt has gone from the phone.") : say("That did not reach the server."),
    );
    await mutate();
  };

  const prompts = data?.prompts ?? null;
  if (prompts === null)
    return (
      <EmptyState
        icon={Smartphone}
        title={say("The simulator is not running")}
        why={say(
          "It starts with npm run demo and npm run dev, and is of no use with keys of Safaricom’s sandbox: then your own phone rings.",
        )}
      />
    );
  const waiting = prompts.filter(({ state, byHand }) => state === "waiting" && byHand);
  const others = prompts.filter((prompt) => !waiting.includes(prompt));
  return (
    <>
      <ProblemLine>
        {problem || (error ? say("The server does not answer. What is below may be old.") : "")}
      </ProblemLine>
      {waiting.length > 0 ? (
        <ol aria-label={say("Prompts on the phone")} className="grid gap-6 sm:grid-cols-[repeat(auto-fill,20rem)]">
          {waiting.map((prompt) => (
            <li key={prompt.id} className="min-w-0">
              <Prompt prompt={prompt} onTap={(tapped) => tap(prompt.id, tapped)} />
            </li>
          ))}
        </ol>
      ) : (
        <EmptyState
          icon={Smartphone}
          title={say("No prompt on the phone")}
          why={say(
            "Ask for a deposit or take a payment by M-Pesa: the prompt appears here within a second and waits for one minute.",
          )}
        />
      )}
      {others.length > 0 ? <PastPrompts prompts={others} /> : null}
    </>
  );
}
