import type { ReactNode } from "react";
import { useSay } from "@/app/_words/use-say";

export type TwinColumn = { name: string; align?: "right" };
type Props = {
  caption: string;
  columns: readonly TwinColumn[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
};

/** What a chart shows, as a table: for who does not see it, and for who wants to know exactly. The first cell names the row. */
export function TableTwin({ caption, columns, rows }: Props) {
  const say = useSay();
  return (
    <details data-twin className="text-quiet">
      <summary className="w-fit rounded-control py-1 underline decoration-edge underline-offset-4 hover:text-ink print:hidden">
        {say("As a table")}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than the screen is scrolled with the arrows */}
      <section className="overflow-x-auto" tabIndex={0} aria-label={say("{caption}, as a table", { caption })}>
        <table className="mt-2 w-full border-collapse text-ink tabular-nums">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr className="border-b text-quiet">
              {columns.map(({ name, align }) => (
                <th
                  key={name}
                  scope="col"
                  className={`py-1.5 pr-3 font-normal whitespace-nowrap last:pr-0 ${side(align)}`}
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y">
            {rows.map(({ key, cells: [first, ...rest] }) => (
              <tr key={key}>
                <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                  {first}
                </th>
                {rest.map((cell, at) => (
                  <td
                    key={columns[at + 1]!.name}
                    className={`py-1.5 pr-3 whitespace-nowrap last:pr-0 ${side(columns[at + 1]!.align)}`}
                  >
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

const side = (align: "right" | undefined) => (align ? "text-right" : "text-left");
