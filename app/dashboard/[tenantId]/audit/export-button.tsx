"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useProof } from "@/app/_components/auth/proof";
import { apiBase } from "@/app/_components/data/keys";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import type { AuditFilters } from "@/lib/auth/audit-query";

const most = "The newest 10,000 entries at most; choose dates for older ones.";

/** What the filters show, as a file. Fetched, so that a refusal is said here and not on a page of its own. */
export function ExportButton({ filters }: { filters: AuditFilters }) {
  const { tenant } = useShell();
  const proving = useProof();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const answer = await proving(() => fetchFile(`${apiBase(tenant.id)}/audit/export`, filters));
      if (answer.ok) {
        download(answer.file, `audit-${tenant.slug}.csv`);
        toast("The log was saved as a file", { description: most });
      } else toast("Not exported", { description: answer.title });
    } catch {
      toast("That did not reach the server", { description: "Nothing was exported. Please try again." });
    }
    setBusy(false);
  };
  return (
    <Button onClick={save} disabled={busy}>
      <Download aria-hidden />
      {busy ? "Exporting" : "Export"}
    </Button>
  );
}

type Fetched = { ok: true; file: Blob } | { ok: false; code: string; title: string };

async function fetchFile(address: string, filters: AuditFilters): Promise<Fetched> {
  const answer = await fetch(address, { method: "POST", body: JSON.stringify(filters) });
  if (answer.ok) return { ok: true, file: await answer.blob() };
  const { code, title } = (await answer.json()) as { code: string; title: string };
  return { ok: false, code, title };
}

function download(file: Blob, name: string): void {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
}
