"use client";

import { Download } from "lucide-react";
import { type FormEvent, type SyntheticEvent, useState } from "react";
import { toast } from "sonner";
import { useProof } from "@/app/_components/auth/proof";
import { apiBase } from "@/app/_components/data/keys";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { readyToTake } from "./actions";

const frame = "archive";

/** Everything of the business as one file, which another installation reads in. */
export function ArchiveSection() {
  const say = useSay();
  const { tenant } = useShell();
  const proving = useProof();
  const [busy, setBusy] = useState(false);
  const address = `${apiBase(tenant.id)}/archive`;
  const notSaved = (why: string) => toast(say("Not saved"), { description: why });
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    try {
      const ready = await proving(() => readyToTake(tenant.id, {}));
      if (ready.ok) {
        form.submit();
        toast(say("Your browser saves the file"), {
          description: say("You can leave this page meanwhile. Keep the file where nobody else reads it."),
        });
      } else notSaved(say.known(ready.problem));
    } catch {
      toast(say("That did not reach the server"), { description: say("Nothing was saved. Please try again.") });
    }
    setBusy(false);
  };
  /** A file is saved and never shown: what is shown here says why there is none. */
  const refused = ({ currentTarget }: SyntheticEvent<HTMLIFrameElement>) => {
    const told = currentTarget.contentDocument?.body.textContent;
    if (told === undefined) return notSaved(say("The server does not answer. Try again in a moment."));
    if (told) notSaved(say.known((JSON.parse(told) as { title: string }).title));
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
      <form method="post" action={address} target={frame} onSubmit={save}>
        <Button type="submit" aria-disabled={busy}>
          <Download aria-hidden />
          {say("Save everything")}
        </Button>
      </form>
      <iframe name={frame} title={say("Everything as one file")} onLoad={refused} hidden />
    </Section>
  );
}
