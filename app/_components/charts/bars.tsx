import { Ends } from "./ends";
import { Spots } from "./spots";
import { TableTwin } from "./table-twin";
import { TwinLink } from "./twin-link";

/** `words` is the value as a person reads it, `href` where its rows are. */
export type Bar = { key: string; label: string; value: number; words: string; href?: string | null };
type Props = {
  /** What it is about, in words. */
  name: string;
  /** What a row is, and what is counted. */
  of: { row: string; value: string };
  bars: readonly Bar[];
  /** The one that is not over yet. */
  open?: string;
};

/** Bars beside one another, drawn by the server: no script, and the same as a table below, which opens to the rows. */
export function Bars({ name, of, bars, open }: Props) {
  const most = Math.max(...bars.map(({ value }) => value), 1);
  const least = Math.min(...bars.map(({ value }) => value), 0);
  const span = most - least;
  const width = 100 / Math.max(bars.length, 1);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <div className="relative">
        <svg role="img" aria-label={name} viewBox="0 0 100 100" preserveAspectRatio="none" className="h-24 w-full">
          {bars.map(({ key, label, value, words }, at) => (
            <rect
              key={key}
              x={at * width + width * 0.15}
              width={width * 0.7}
              y={((most - Math.max(value, 0)) / span) * 100}
              height={Math.max((Math.abs(value) / span) * 100, value === 0 ? 0 : 1)}
              className={key === open ? "fill-accent opacity-50" : value < 0 ? "fill-danger" : "fill-accent"}
            >
              <title>{`${label}: ${words}`}</title>
            </rect>
          ))}
          <line
            x1="0"
            x2="100"
            y1={(most / span) * 100}
            y2={(most / span) * 100}
            vectorEffect="non-scaling-stroke"
            className="stroke-line"
          />
        </svg>
        {bars.some(({ href }) => href) ? (
          <Spots
            spots={bars.map(({ key, label, words, href }) => ({ key, title: `${label}: ${words}`, href }))}
            across={bars.length}
          />
        ) : null}
      </div>
      <Ends labels={bars.map(({ label }) => label)} />
      <TableTwin
        caption={name}
        columns={[{ name: of.row }, { name: of.value, align: "right" }]}
        rows={bars.map(({ key, label, words, href }) => ({
          key,
          cells: [
            <TwinLink key="row" href={href}>
              {label}
            </TwinLink>,
            words,
          ],
        }))}
      />
    </div>
  );
}
