"use client";

import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { ImportFacts } from "@/lib/imports/get-import";
import { kindWords } from "@/lib/imports/rules";
import { ListLoading } from "../../../list-loading";
import { importKey, importOf } from "../import-keys";
import { ColumnsForm } from "./columns-form";
import { ImportDone } from "./import-done";

/** One list on its way: what its columns are, how far it is, what came of it. */
export function ImportView({ importId }: { importId: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<ImportFacts>(importKey(tenant.id, importId), fetchJson);
  if (!data) return <ListLoading rows={6} />;
  return (
    <>
      <p className="grid min-w-0 gap-1">
        <Link
          href={importOf(tenant.id, data.kind)}
          className="justify-self-start text-quiet underline decoration-edge underline-offset-4"
        >
          {say("Import: {what}", { what: say.known(kindWords[data.kind].title).toLowerCase() })}
        </Link>
        <span className="font-semibold break-words">{data.fileName}</span>
      </p>
      <Stage facts={data} />
    </>
  );
}

function Stage({ facts }: { facts: ImportFacts }) {
  if (facts.status === "read") return <ColumnsForm facts={facts} />;
  return facts.status === "running" ? <Progress facts={facts} /> : <ImportDone facts={facts} />;
}

function Progress({ facts: { rows, counts } }: { facts: ImportFacts }) {
  const say = useSay();
  const behind = rows - (counts.waiting ?? 0);
  return (
    <section aria-label={say("Progress")} className="grid max-w-120 gap-2">
      <h2 className="font-semibold">{say("Being read in")}</h2>
      <progress className="h-3 w-full accent-accent" value={behind} max={rows} aria-label={say("Rows read in")} />
      <p role="status" className="text-quiet tabular-nums">
        {say("{behind} of {rows} rows. You may leave this page; it goes on.", { behind, rows })}
      </p>
    </section>
  );
}
