"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useProof } from "@/app/_components/auth/proof";
import { fetchFile, saveFile } from "@/app/_components/data/save-file";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { CustomerFilters } from "@/lib/customers/segment-input";
import { exportAddress } from "./customer-keys";

/** Whom the filters show, as a file. */
export function ExportButton({ filters }: { filters: CustomerFilters }) {
  const say = useSay();
  const { tenant } = useShell();
  const proving = useProof();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const answer = await proving(() => fetchFile(exportAddress(tenant.id), { filters }));
      if (answer.ok) {
        saveFile(answer.file, ["customers-", tenant.slug, ".csv"].join(""));
        toast(say("The customers were saved as a file"), { description: say("It stands in the audit log who did.") });
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
