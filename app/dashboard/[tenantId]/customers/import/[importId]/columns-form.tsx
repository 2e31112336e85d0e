"use client";

import { useState } from "react";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Section } from "@/app/_components/section";
import { Button } from "@/app/_components/ui/button";
import { SelectField } from "@/app/_components/ui/select-field";
import type { ImportField, Mapping } from "@/db/schema/privacy";
import { importFields } from "@/lib/imports/fields";
import type { ImportFacts } from "@/lib/imports/get-import";
import type { Plan } from "@/lib/imports/run-import";
import { readInList, tryImport } from "../../record-actions";
import { PlanFacts } from "./plan-facts";

/** What the columns are, what would come of it, and the go. */
export function ColumnsForm({ facts }: { facts: ImportFacts }) {
  const act = useAct("customers");
  const [mapping, setMapping] = useState<Mapping>(facts.mapping);
  const [plan, setPlan] = useState<Plan | null>(null);
  const [state, setState] = useState({ busy: false, problem: "" });
  const { id: importId, header, sample } = facts;
  const choose = (field: ImportField, column: string) => {
    const { [field]: _, ...rest } = mapping;
    setMapping(column === "" ? rest : { ...rest, [field]: Number(column) });
    setPlan(null);
  };
  const ask = async <T,>(work: Parameters<typeof act<T>>[0]): Promise<T | null> => {
    setState({ busy: true, problem: "" });
    const answer = await act(work);
    const fault = answer.ok ? "" : (Object.values(answer.fields ?? {})[0]?.[0] ?? "");
    setState({ busy: false, problem: answer.ok ? "" : fault ? `Columns: ${fault}.` : answer.problem });
    return answer.ok ? answer.value : null;
  };
  const look = async () => setPlan(await ask((tenantId) => tryImport(tenantId, { importId, mapping })));
  return (
    <>
      <Section
        title="Which column is what"
        about="We guessed by what they are called. Below each stands what the first rows have there."
      >
        <div className="grid gap-4">
          {importFields.map(({ field, label, help }) => {
            const at = mapping[field];
            const has = at === undefined ? [] : sample.flatMap((cells) => cells[at] || []);
            return (
              <div key={field} className="grid gap-1">
                <SelectField
                  name={field}
                  label={label}
                  {...(help ? { help } : {})}
                  value={at === undefined ? "" : String(at)}
                  onChange={(event) => choose(field, event.target.value)}
                  choices={[
                    { value: "", label: field === "name" ? "Choose the column" : "Not in the file" },
                    ...header.map((name, column) => ({ value: String(column), label: name || `Column ${column + 1}` })),
                  ]}
                />
                {has.length > 0 ? <p className="truncate text-sm text-quiet">{has.join(" · ")}</p> : null}
              </div>
            );
          })}
        </div>
      </Section>
      <Section title="What would come of it" about="A dry run: nobody is added by it.">
        {plan ? <PlanFacts plan={plan} /> : null}
        <ProblemLine>{state.problem}</ProblemLine>
        <div className="flex flex-wrap gap-2">
          <Button size="large" kind={plan ? "plain" : "primary"} aria-disabled={state.busy} onClick={look}>
            {state.busy ? "One moment" : plan ? "Look once more" : "Look what would come of it"}
          </Button>
          {plan && plan.added > 0 ? (
            <Button
              size="large"
              kind="primary"
              aria-disabled={state.busy}
              onClick={() => ask((tenantId) => readInList(tenantId, { importId, mapping }))}
            >
              {plan.added === 1 ? "Add one customer" : `Add ${plan.added} customers`}
            </Button>
          ) : null}
        </div>
      </Section>
    </>
  );
}
