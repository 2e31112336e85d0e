"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useProof } from "@/app/_components/auth/proof";
import { apiBase } from "@/app/_components/data/keys";
import { fetchFile, saveFile } from "@/app/_components/data/save-file";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";

/** Everything of the business as one file, which another installation reads in. */
export function ArchiveSection() {
  const say = useSay();
  const { tenant } = useShell();
  const proving = useProof();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const answer = await proving(() => fetchFile(`${apiBase(tenant.id)}/archive`, {}));
      if (answer.ok) {
        saveFile(answer.file, `${tenant.slug}.clientpulse.gz`);
        toast(say("Everything was saved as one file"), { description: say("Keep it where nobody else reads it.") });
      } else toast(say("Not saved"), { description: answer.title });
    } catch {
      toast(say("That did not reach the server"), { description: say("Nothing was saved. Please try again.") });
    }
    setBusy(false);
  };
  return (
    <Section
      title={say("Everything as one file")}
      about={say("Your business is yours: take all of it with you, to keep or to go on with elsewhere.")}
    >
      <p>
        {say(
          "Bookings, visits, customers with their notes and consents, sales and the ledger, stock, pay, rewards, reviews, conversations, settings, the audit log and your pictures. Another installation of ClientPulse reads it in, and goes on where you stopped.",
        )}
      </p>
      <p className="text-quiet">
        {say(
          "Passwords, keys of M-Pesa and links that were sent are not in it. It holds what your customers told you: whoever has the file can read it.",
        )}
      </p>
      <Button className="justify-self-start" onClick={save} disabled={busy}>
        <Download aria-hidden />
        {busy ? say("Writing it") : say("Save everything")}
      </Button>
    </Section>
  );
}
