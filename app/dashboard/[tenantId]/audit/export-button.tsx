"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { apiBase } from "@/app/_components/data/keys";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";

const most = "The newest 10,000 entries at most; choose dates for older ones.";

/** What the filters show, as a file. Fetched, so that a refusal is said here and not on a page of its own. */
export function ExportButton({ query }: { query: string }) {
  const { tenant } = useShell();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const answer = await fetch(`${apiBase(tenant.id)}/audit/export?${query}`);
      if (answer.ok) {
        download(await answer.blob(), `audit-${tenant.slug}.csv`);
        toast("The log was saved as a file", { description: most });
      } else {
        const { title } = (await answer.json()) as { title: string };
        toast("Not exported", { description: title });
      }
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

function download(file: Blob, name: string): void {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
}
