"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Sheet } from "@/app/_components/ui/sheet";
import { useSay } from "@/app/_words/use-say";
import type { MergePreview } from "@/lib/records/preview-merge";
import { ListLoading } from "../../list-loading";
import { mergeKey } from "../customer-keys";
import { MergeForm } from "./merge-form";

/** The pair that the address names, side by side. */
export function MergeSheet() {
  const say = useSay();
  const { tenant } = useShell();
  const asked = useSearchParams();
  const [keep, other] = [asked.get("keep"), asked.get("with")];
  const now = keep && other ? mergeKey(tenant.id, keep, other) : null;
  const [kept, setKept] = useState(now);
  if (now && now !== kept) setKept(now);
  const { data, error } = useSWR<MergePreview>(kept, fetchJson);
  return (
    <Sheet
      open={now !== null && !error}
      onClose={closePair}
      title={say("Are they one person?")}
      about={say("What is theirs goes to one of them. It can be taken apart again.")}
    >
      {data ? <MergeForm key={kept} preview={data} onDone={closePair} /> : <ListLoading rows={6} />}
    </Sheet>
  );
}

function closePair(): void {
  const address = new URL(window.location.href);
  for (const name of ["keep", "with"]) address.searchParams.delete(name);
  window.history.replaceState(null, "", address);
}
