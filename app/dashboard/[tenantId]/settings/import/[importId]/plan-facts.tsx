import { useSay } from "@/app/_words/use-say";
import type { ImportKind } from "@/db/schema/imports";
import { kindWords } from "@/lib/imports/rules";
import type { Plan } from "@/lib/imports/run-import";
import { ProblemRows } from "./problem-rows";

/** The counts of a dry run, what else is to be known before, and the rows that are wrong. */
export function PlanFacts({ kind, plan }: { kind: ImportKind; plan: Plan }) {
  const say = useSay();
  const { added, known, twice, wrong, remarks, problems } = plan;
  const facts: [number, string][] = [
    [added, say("would be added")],
    [known, say.known(kindWords[kind].known)],
    [twice, say("stand in the file a second time")],
    [wrong, say("would be refused")],
  ];
  return (
    <div role="status" className="grid gap-3">
      <ul className="grid gap-1">
        {facts.map(([count, words]) => (
          <li key={words} className={`flex gap-2 ${count === 0 ? "text-quiet" : ""}`}>
            <span className="min-w-12 shrink-0 text-right font-semibold tabular-nums">{count}</span>
            {words}
          </li>
        ))}
      </ul>
      {remarks.map((remark) => (
        <p key={remark} className="border-l-2 border-requested pl-3">
          {say.known(remark)}
        </p>
      ))}
      <ProblemRows problems={problems} />
    </div>
  );
}
