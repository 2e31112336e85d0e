"use client";

import { FileSpreadsheet } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import type { ImportList } from "@/lib/imports/get-import";
import { kindWords } from "@/lib/imports/rules";
import { formatDayTime } from "@/lib/platform/format";
import { importPage, importsKey } from "./import-keys";
import { becameWords } from "./import-words";

/** The lists that were read in, newest first. */
export function ImportRows() {
  const [cursors, setCursors] = useState([""]);
  return (
    <section aria-label="Lists" className="grid gap-3">
      <h2 className="font-semibold">Lists so far</h2>
      {cursors.map((cursor, at) => (
        <Page
          key={cursor}
          cursor={cursor}
          onMore={at === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : undefined}
        />
      ))}
    </section>
  );
}

function Page({ cursor, onMore }: { cursor: string; onMore: ((next: string) => void) | undefined }) {
  const { tenant } = useShell();
  const { data } = useSWR<ImportList>(importsKey(tenant.id, cursor), fetchJson);
  if (!data) return null;
  const { items, nextCursor } = data;
  if (items.length === 0)
    return (
      <EmptyState
        icon={FileSpreadsheet}
        title="No list so far"
        why="Who books is added by themselves. A list is for what you had elsewhere before."
      />
    );
  return (
    <>
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
                  {kindWords[one.kind].title}, {formatDayTime(at, tenant.timeZone)}
                </span>
              </span>
              <span className="text-quiet tabular-nums">{becameWords(one)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {nextCursor && onMore ? (
        <Button className="justify-self-start" onClick={() => onMore(nextCursor)}>
          Show more
        </Button>
      ) : null}
    </>
  );
}
