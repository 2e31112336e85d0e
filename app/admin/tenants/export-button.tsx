"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useProof } from "@/app/_components/auth/proof";
import { fetchFile, saveFile } from "@/app/_components/data/save-file";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { Asked } from "../words";

/** The businesses that are listed, as a file. */
export function ExportButton({ asked: { q, status } }: { asked: Asked }) {
  const say = useSay();
  const proving = useProof();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const answer = await proving(() =>
        fetchFile("/api/admin/tenants/export", { q, ...(status ? { standing: status } : {}) }),
      );
      if (answer.ok) saveFile(answer.file, "businesses.csv");
      else toast(say("Not exported"), { description: say.known(answer.title) });
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
