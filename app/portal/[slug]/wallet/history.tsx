import Link from "next/link";
import type { PointsPage, PointsRow } from "@/lib/rewards/list-points";
import type { WalletWords } from "./words";

type Props = { page: PointsPage; older: boolean; words: WalletWords; timeZone: string; slug: string };

const signed = (n: number) => (n > 0 ? `+${n}` : `−${-n}`);

/** How points came and went, the newest first. */
export function History({ page: { rows, nextCursor }, older, words, timeZone, slug }: Props) {
  const at = `/portal/${slug}/wallet`;
  return (
    <section id="history" aria-labelledby="history-title" className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h2 id="history-title" className="font-semibold">
        {words.history}
      </h2>
      {rows.length === 0 ? <p className="text-quiet">{words.noHistory}</p> : null}
      <ul className="divide-y divide-line border-y border-line empty:hidden">
        {rows.map((row) => (
          <li key={row.id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-2">
            <span className="min-w-0 break-words">
              {words.kinds[row.kind]}
              {row.what ? <span className="text-quiet"> · {row.what}</span> : null}
            </span>
            <span className="text-right font-medium tabular-nums">{movedOf(row, words)}</span>
            <span className="text-sm text-quiet tabular-nums">{words.day(row.at, timeZone)}</span>
          </li>
        ))}
      </ul>
      <div className="flex gap-4">
        {older ? (
          <Link href={`${at}#history`} prefetch={false} className="underline underline-offset-4">
            {words.newest}
          </Link>
        ) : null}
        {nextCursor ? (
          <Link
            href={`${at}?${new URLSearchParams({ cursor: nextCursor })}#history`}
            prefetch={false}
            className="underline underline-offset-4"
          >
            {words.older}
          </Link>
        ) : null}
      </div>
    </section>
  );
}

/** Points; visits only where no points moved, as they are counted beside them. */
const movedOf = ({ points, visits }: PointsRow, words: WalletWords): string =>
  points !== 0 ? signed(points) : visits !== 0 ? `${signed(visits)} (${words.visits(Math.abs(visits))})` : "";
