"use client";

import { useState } from "react";
import { toast } from "sonner";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { CopyButton } from "@/app/_components/forms/copy-button";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Skeleton } from "@/app/_components/ui/skeleton";
import { useSay } from "@/app/_words/use-say";
import { endCalendar, makeCalendar } from "../actions";
import { calendarKey } from "../staff-keys";

/** Their bookings in the calendar of their own phone, by an address that only they know. */
export function CalendarSection({ staffId }: { staffId: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data, mutate } = useSWR<{ link: string | null }>(calendarKey(tenant.id, staffId), fetchJson);
  const [busy, setBusy] = useState(false);
  const send = async (work: typeof makeCalendar | typeof endCalendar, told: string) => {
    setBusy(true);
    try {
      const answer = await work(tenant.id, { id: staffId });
      if (answer.ok) await mutate(answer.value, { revalidate: false });
      toast(answer.ok ? told : say.known(answer.problem));
    } catch {
      toast(say("That did not reach the server. Please try again."));
    }
    setBusy(false);
  };
  return (
    <Section
      at="calendar"
      title={say("Calendar")}
      about={say(
        "Bookings in the calendar of a phone or computer: Google, Apple and Outlook ask this address every so often.",
      )}
    >
      {!data ? (
        <Skeleton className="h-11 w-40" />
      ) : data.link ? (
        <>
          <div className="grid justify-items-start gap-2">
            <code className="font-mono break-all">{data.link}</code>
            <CopyButton text={data.link} label={say("Copy address")} />
          </div>
          <p className="text-quiet">
            {say("Whoever has it sees when, what and whom, so keep it to yourself. Phone numbers are not in it.")}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button
              disabled={busy}
              onClick={() => send(makeCalendar, say("The address is a new one; the old one shows nothing"))}
            >
              {say("Make a new address")}
            </Button>
            <Button disabled={busy} onClick={() => send(endCalendar, say("The address shows nothing any more"))}>
              {say("End it")}
            </Button>
          </div>
        </>
      ) : (
        <Button
          size="large"
          className="justify-self-start"
          disabled={busy}
          onClick={() => send(makeCalendar, say("The address is ready to copy"))}
        >
          {say("Make a private address")}
        </Button>
      )}
    </Section>
  );
}
