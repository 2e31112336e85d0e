import type { Plan } from "@/lib/imports/run-import";
import { ProblemRows } from "./problem-rows";

/** The counts of a dry run, and the rows that are wrong. */
export function PlanFacts({ plan }: { plan: Plan }) {
  const { added, known, twice, wrong, allowed, room, problems } = plan;
  const facts: [number, string][] = [
    [added, "would be added"],
    [known, "you know already; they stay as they are"],
    [twice, "stand in the file a second time"],
    [wrong, "cannot be read"],
    [allowed, "of the new ones allow offers and news, with the day they said so"],
  ];
  return (
    <div role="status" className="grid gap-3">
      <ul className="grid gap-1">
        {facts.map(([count, words]) => (
          <li key={words} className={`flex gap-2 ${count === 0 ? "text-quiet" : ""}`}>
            <span className="min-w-12 text-right font-semibold tabular-nums">{count}</span>
            {words}
          </li>
        ))}
      </ul>
      {room !== null && room < added ? (
        <p className="border-l-2 border-requested pl-3">
          Your plan holds {Math.max(room, 0)} more customers with a phone. The others are kept in a file for later.
        </p>
      ) : null}
      <ProblemRows problems={problems} />
    </div>
  );
}
