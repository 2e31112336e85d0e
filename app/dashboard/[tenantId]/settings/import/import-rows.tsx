"use client";

import { FileSpreadsheet } from "lucide-react";
import Link from "next/link";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { ImportRow } from "@/lib/imports/get-import";
import { kindWords } from "@/lib/imports/rules";
import { formatDayTime } from "@/lib/platform/format";
import { PagedList } from "../../paged-list";
import { importPage, importsKey } from "./import-keys";
import { becameWords } from "./import-words";

/** The lists that were read in, newest first. */
export function ImportRows() {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <section aria-label={say("Lists")} className="grid gap-3">
      <h2 className="font-semibold">{say("Lists so far")}</h2>
      <PagedList<ImportRow> keyOf={(cursor) => importsKey(tenant.id, cursor)} moreAt="justify-self-start">
        {(items, cursor) =>
          items.length === 0 && cursor === "" ? (
            <EmptyState
              icon={FileSpreadsheet}
              title={say("No list so far")}
              why={say("Who books is added by themselves. A list is for what you had elsewhere before.")}
            />
          ) : (
            <Rows items={items} />
          )
        }
      </PagedList>
    </section>
  );
}

function Rows({ items }: { items: ImportRow[] }) {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <ul className="divide-y border-y">
      {items.map(({ at, ...one }) => (
        <li key={one.id}>
          <Link
            href={importPage(tenant.id, one.id)}
            className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 py-2 -outline-offset-2 hover:bg-wash"
          >
            <span className="min-w-0">
              <span className="block break-words font-medium">{one.fileName}</span>
              <span className="block text-quiet">
                {say.known(kindWords[one.kind].title)}, {formatDayTime(at, tenant.timeZone, say.language)}
              </span>
            </span>
            <span className="text-quiet tabular-nums">{becameWords(say, one)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
