import { Spots } from "./spots";
import { TableTwin } from "./table-twin";
import { TwinLink } from "./twin-link";

type Props = {
  name: string;
  of: string;
  columns: readonly string[];
  /** `words` are the values as a person reads them, `hrefs` where their rows are. */
  rows: readonly {
    name: string;
    values: readonly number[];
    words: readonly string[];
    hrefs: readonly (string | null)[];
  }[];
};

/** How much is where, the darker the more, drawn by the server; each square says its number and opens to its rows, and so does the table. */
export function HeatMap({ name, of, columns, rows }: Props) {
  const most = Math.max(...rows.flatMap(({ values }) => values), 1);
  const [across, down] = [columns.length, rows.length];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
        <div aria-hidden className="grid auto-rows-fr text-xs text-quiet">
          {rows.map((row) => (
            <span key={row.name} className="flex items-center">
              {row.name}
            </span>
          ))}
        </div>
        <div className="relative">
          <svg
            role="img"
            aria-label={name}
            viewBox={`0 0 ${across * 10} ${down * 10}`}
            preserveAspectRatio="none"
            className="block w-full"
            style={{ height: `${down * 1.75}rem` }}
          >
            {rows.flatMap((row, y) =>
              row.values.map((value, x) => (
                <rect
                  key={`${row.name} ${columns[x]}`}
                  x={x * 10 + 0.5}
                  y={y * 10 + 0.5}
                  width={9}
                  height={9}
                  className={value === 0 ? "fill-wash" : "fill-accent"}
                  fillOpacity={value === 0 ? 1 : 0.15 + 0.85 * (value / most)}
                >
                  <title>{`${row.name} ${columns[x]}: ${row.words[x]}`}</title>
                </rect>
              )),
            )}
          </svg>
          <Spots
            spots={rows.flatMap((row) =>
              row.words.map((words, x) => ({
                key: `${row.name} ${columns[x]}`,
                title: `${row.name} ${columns[x]}: ${words}`,
                href: row.hrefs[x],
              })),
            )}
            across={across}
          />
        </div>
        <span />
        <div aria-hidden className="grid auto-cols-fr grid-flow-col text-center text-xs text-quiet">
          {columns.map((column, at) => (
            <span key={column} className={at % 3 === 0 ? "" : "max-md:hidden"}>
              {column}
            </span>
          ))}
        </div>
      </div>
      <TableTwin
        caption={name}
        columns={[{ name: of }, ...columns.map((column) => ({ name: column, align: "right" as const }))]}
        rows={rows.map((row) => ({
          key: row.name,
          cells: [
            row.name,
            ...row.words.map((words, x) => (
              <TwinLink key={columns[x]} href={row.hrefs[x]}>
                {words}
              </TwinLink>
            )),
          ],
        }))}
      />
    </div>
  );
}
