"use client";

import { useState } from "react";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Section } from "@/app/_components/section";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { Mapping } from "@/db/schema/imports";
import type { ImportFacts } from "@/lib/imports/get-import";
import type { Plan } from "@/lib/imports/run-import";
import { readInList, tryImport } from "../actions";
import { addWords } from "../import-words";
import { ColumnFields } from "./column-fields";
import { OptionsFields } from "./options-fields";
import { PlanFacts } from "./plan-facts";

/** What the columns are, what would come of it, and the go. */
export function ColumnsForm({ facts }: { facts: ImportFacts }) {
  const say = useSay();
  const act = useAct("imports");
  const [mapping, setMapping] = useState<Mapping>(facts.mapping);
  const [options, setOptions] = useState(facts.options);
  const [plan, setPlan] = useState<Plan | null>(null);
  const [state, setState] = useState({ busy: false, problem: "" });
  const { id: importId, kind } = facts;
  const wish = { importId, kind, mapping, options };
  const ask = async <T,>(work: Parameters<typeof act<T>>[0]): Promise<T | null> => {
    setState({ busy: true, problem: "" });
    const answer = await act(work);
    const fault = answer.ok ? "" : (Object.values(answer.fields ?? {})[0]?.[0] ?? "");
    const problem = answer.ok ? "" : fault ? say("Columns: {fault}.", { fault: say.known(fault) }) : answer.problem;
    setState({ busy: false, problem });
    return answer.ok ? answer.value : null;
  };
  const look = async () => setPlan(await ask((tenantId) => tryImport(tenantId, wish)));
  return (
    <>
      <Section
        title={say("Which column is what")}
        about={say("We guessed by what they are called. Below each stands what the first rows have there.")}
      >
        <ColumnFields
          facts={facts}
          mapping={mapping}
          onChange={(to) => {
            setMapping(to);
            setPlan(null);
          }}
        />
      </Section>
      {kind === "bookings" ? (
        <Section title={say("How they come in")}>
          <OptionsFields
            is={options}
            onChange={(to) => {
              setOptions(to);
              setPlan(null);
            }}
          />
        </Section>
      ) : null}
      <Section title={say("What would come of it")} about={say("A dry run: nothing is added by it.")}>
        {plan ? <PlanFacts kind={kind} plan={plan} /> : null}
        <ProblemLine>{state.problem}</ProblemLine>
        <div className="flex flex-wrap gap-2">
          <Button size="large" kind={plan ? "plain" : "primary"} aria-disabled={state.busy} onClick={look}>
            {state.busy ? say("One moment") : plan ? say("Look once more") : say("Look what would come of it")}
          </Button>
          {plan && plan.added > 0 ? (
            <Button
              size="large"
              kind="primary"
              aria-disabled={state.busy}
              onClick={() => ask((tenantId) => readInList(tenantId, wish))}
            >
              {say(addWords[kind], { count: plan.added })}
            </Button>
          ) : null}
        </div>
      </Section>
    </>
  );
}
