import { useSay } from "@/app/_words/use-say";
import type { FigureLine } from "@/lib/analytics/figure-lines";
import { aboutWords, amountWords, besideWords } from "./amount-words";
import { Figure, FigureGrid } from "./figure";

type Props<F, O extends string> = {
  label: string;
  lines: readonly FigureLine<F, O>[];
  figures: F;
  against: F | null;
  currency?: string;
  /** Where the rows of a number are. */
  rowsAt?(opens: O): string;
};

/** Numbers of one kind, each with what it is of and how it was before. */
export function LineFigures<F, O extends string>(props: Props<F, O>) {
  const say = useSay();
  const { label, lines, figures, against, currency = "", rowsAt } = props;
  return (
    <div className="grid gap-3">
      <h2 className="font-semibold">{label}</h2>
      <FigureGrid label={label}>
        {lines.map(({ id, label: name, about, is, opens }) => {
          const amount = is(figures);
          const of = aboutWords(say, amount, say.known(about));
          return (
            <Figure
              key={id}
              id={id}
              label={say.known(name)}
              value={amountWords(say, amount, currency)}
              note={against ? `${of}; ${besideWords(say, amount, is(against), currency)}` : of}
              href={opens && rowsAt ? rowsAt(opens) : undefined}
            />
          );
        })}
      </FigureGrid>
    </div>
  );
}
