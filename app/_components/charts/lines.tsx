import { Ends } from "./ends";
import { TableTwin } from "./table-twin";
import { TwinLink } from "./twin-link";

export type Line = { name: string; values: readonly (number | null)[]; words: readonly string[] };
type Props = {
  name: string;
  of: string;
  labels: readonly string[];
  lines: readonly [Line] | readonly [Line, Line];
  /** Where a point opens to what it is made of, from the table. */
  hrefs?: readonly string[];
};

const strokes = ["stroke-accent", "stroke-edge"] as const;

/** One line, or one beside another, drawn by the server: no script, and the same as a table below. */
export function Lines({ name, of, labels, lines, hrefs }: Props) {
  const all = lines.flatMap(({ values }) => values.filter((value) => value !== null));
  const most = Math.max(...all, 1);
  const least = Math.min(...all, 0);
  const x = (at: number) => (labels.length > 1 ? (at / (labels.length - 1)) * 100 : 50);
  const y = (value: number) => ((most - value) / (most - least)) * 100;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      {lines.length > 1 ? <Key names={lines.map((line) => line.name)} /> : null}
      <svg
        role="img"
        aria-label={name}
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        className="h-36 w-full overflow-visible"
      >
        <line x1="0" x2="100" y1={y(0)} y2={y(0)} vectorEffect="non-scaling-stroke" className="stroke-line" />
        {lines.toReversed().map((line) => (
          <path
            key={line.name}
            d={pathOf(line.values, x, y)}
            vectorEffect="non-scaling-stroke"
            strokeLinejoin="round"
            strokeLinecap="round"
            strokeWidth={2}
            strokeDasharray={line === lines[0] ? undefined : "4 4"}
            className={`fill-none ${strokes[line === lines[0] ? 0 : 1]}`}
          />
        ))}
      </svg>
      <Ends labels={labels} />
      <TableTwin
        caption={name}
        columns={[{ name: of }, ...lines.map((line) => ({ name: line.name, align: "right" as const }))]}
        rows={labels.map((label, at) => ({
          key: `${at} ${label}`,
          cells: [
            <TwinLink key="point" href={hrefs?.[at]}>
              {label}
            </TwinLink>,
            ...lines.map(({ words }) => words[at] ?? ""),
          ],
        }))}
      />
    </div>
  );
}

/** A gap where there is no value. */
function pathOf(values: Line["values"], x: (at: number) => number, y: (value: number) => number): string {
  return values
    .map((value, at) => {
      if (value === null) return "";
      const begins = at === 0 || values[at - 1] === null;
      return `${begins ? "M" : "L"}${x(at).toFixed(2)} ${y(value).toFixed(2)}${begins ? "h0" : ""}`;
    })
    .join("");
}

const Key = ({ names }: { names: readonly string[] }) => (
  <ul aria-hidden className="flex flex-wrap gap-x-4 text-xs text-quiet">
    {names.map((name, at) => (
      <li key={name} className="flex items-center gap-1.5">
        <svg aria-hidden viewBox="0 0 16 2" className="h-0.5 w-4 overflow-visible">
          <line
            x2="16"
            y1="1"
            y2="1"
            strokeWidth={2}
            strokeDasharray={at === 0 ? undefined : "4 4"}
            className={strokes[at]}
          />
        </svg>
        {name}
      </li>
    ))}
  </ul>
);
