import { useSay } from "@/app/_words/use-say";
import type { AuditEntry } from "@/lib/auth/list-audit";
import { now } from "@/lib/platform/clock";
import { changesOf, deedWords, whenWords, whoWords } from "./words";

/** Who did what, newest first: a table on wide screens, a few lines each on phones. */
export function EntryList({ entries, timeZone }: { entries: AuditEntry[]; timeZone: string }) {
  const say = useSay();
  return (
    <ol aria-label={say("What was changed")}>
      {entries.map((entry) => (
        <li
          key={entry.id}
          data-action={entry.action}
          className="grid gap-x-4 gap-y-1 border-b px-4 py-(--row) md:grid-cols-[11rem_minmax(0,10rem)_minmax(0,1fr)_auto] md:px-6 xl:pl-8"
        >
          <time dateTime={entry.at} className="order-last text-quiet tabular-nums md:order-none">
            {whenWords(entry.at, now().toISOString(), timeZone, say.language)}
            {entry.address ? (
              <span className="md:hidden"> {say("· from {address}", { address: entry.address })}</span>
            ) : null}
          </time>
          <span className="truncate font-medium">{whoWords(say, entry)}</span>
          <div className="min-w-0">
            <p className="break-words">
              {deedWords(say, entry.action)}
              {entry.about && entry.about !== entry.who ? <span className="font-medium"> {entry.about}</span> : null}
            </p>
            <Changes entry={entry} timeZone={timeZone} />
          </div>
          <span className="hidden max-w-40 truncate text-quiet tabular-nums md:block" title={entry.address}>
            {entry.address}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Changes({ entry, timeZone }: { entry: AuditEntry; timeZone: string }) {
  const say = useSay();
  if (entry.erased) return <p className="text-quiet italic">{say("Erased with the person’s data")}</p>;
  const changes = changesOf(say, entry, timeZone);
  if (changes.length === 0) return null;
  return (
    <dl className="flex flex-wrap gap-x-4 text-quiet">
      {changes.map(({ field, from, to }) => (
        <div key={field} className="min-w-0 break-words">
          <dt className="inline">{field}: </dt>
          <dd className="inline">
            {from !== null && to !== null ? (
              <>
                {from} <span aria-hidden>→</span>
                <span className="sr-only">{say("became")}</span> <span className="text-ink">{to}</span>
              </>
            ) : (
              (to ?? from)
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
