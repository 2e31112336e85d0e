import { useSay } from "@/app/_words/use-say";

/** Rows that somebody has to put right, by their line in the file. */
export function ProblemRows({ problems }: { problems: readonly { line: number; problem: string }[] }) {
  const say = useSay();
  if (problems.length === 0) return null;
  return (
    <ul aria-label={say("Rows to put right")} className="divide-y border-y">
      {problems.map(({ line, problem }) => (
        <li key={line} className="flex gap-3 py-2">
          <span className="shrink-0 text-quiet tabular-nums">{say("Line {line}", { line })}</span>
          <span className="min-w-0 break-words">{say.known(problem)}</span>
        </li>
      ))}
    </ul>
  );
}
