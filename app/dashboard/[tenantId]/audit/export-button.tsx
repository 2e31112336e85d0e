"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useProof } from "@/app/_components/auth/proof";
import { apiBase } from "@/app/_components/data/keys";
import { fetchFile, saveFile } from "@/app/_components/data/save-file";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import type { AuditFilters } from "@/lib/auth/audit-query";

const most = phrase("The newest 10,000 entries at most; choose dates for older ones.");

/** What the filters show, as a file. */
export function ExportButton({ filters }: { filters: AuditFilters }) {
  const say = useSay();
  const { tenant } = useShell();
  const proving = useProof();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const answer = await proving(() => fetchFile(`${apiBase(tenant.id)}/audit/export`, filters));
      if (answer.ok) {
        saveFile(answer.file, ["audit-", tenant.slug, ".csv"].join(""));
        toast(say("The log was saved as a file"), { description: say(most) });
      } else toast(say("Not exported"), { description: say.known(answer.title) });
    } catch {
      toast(say("That did not reach the server"), { description: say("Nothing was exported. Please try again.") });
    }
    setBusy(false);
  };
  return (
    <Button onClick={save} disabled={busy}>
      <Download aria-hidden />
      {busy ? say("Exporting") : say("Export")}
    </Button>
  );
}
