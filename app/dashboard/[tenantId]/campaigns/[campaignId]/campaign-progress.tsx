"use client";

import { useShell } from "@/app/_components/shell/shell-context";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { CampaignFacts } from "@/lib/campaigns/get-campaign";
import { whyNot } from "@/lib/campaigns/rules";
import { formatDayTime } from "@/lib/platform/format";
import { CampaignState } from "../campaign-status";

/** How far it is, as it goes. */
export function CampaignProgress({ campaign }: { campaign: CampaignFacts }) {
  const say = useSay();
  const { tenant } = useShell();
  const { status, pausedAt, counts } = campaign;
  const { total, waiting, queued, gone, delivered, failed, held, why } = counts;
  const rows = [
    { term: say("Sent"), people: gone },
    ...(delivered > 0 ? [{ term: say("of them arrived for certain"), people: delivered }] : []),
    ...(queued > 0 ? [{ term: say("On their way"), people: queued }] : []),
    ...(waiting > 0 ? [{ term: say("Not yet their turn"), people: waiting }] : []),
    ...(failed > 0 ? [{ term: say("Did not get through"), people: failed }] : []),
  ];
  return (
    <section aria-label={say("Progress")} className="grid gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <CampaignState status={status} isPaused={pausedAt !== null} />
        <p className="text-quiet">{whenWords(say, campaign, tenant.timeZone)}</p>
      </div>
      {status === "sending" ? (
        <progress
          className="h-3 w-full accent-accent"
          value={total - waiting - queued}
          max={total}
          aria-label={say("Customers whose turn has been")}
        />
      ) : null}
      {total > 0 ? (
        <>
          <p role="status" className="text-xl font-semibold tabular-nums">
            {say.rich("{gone} <of>of {total} in the group have been sent it</of>", {
              ...{ gone, total },
              of: (chunks) => <span className="text-md font-normal text-quiet">{chunks}</span>,
            })}
          </p>
          <dl className="max-w-120 divide-y border-y">
            {rows.map(({ term, people }) => (
              <div key={term} className="flex justify-between gap-4 py-2">
                <dt>{term}</dt>
                <dd className="tabular-nums">{people}</dd>
              </div>
            ))}
            {why.map(({ why: reason, people }) => (
              <div key={reason} className="flex justify-between gap-4 py-2 text-quiet">
                <dt>{say.known(whyNot[reason])}</dt>
                <dd className="tabular-nums">{people}</dd>
              </div>
            ))}
            {held > 0 && why.length > 1 ? (
              <div className="flex justify-between gap-4 py-2 font-medium">
                <dt>{say("Held back together")}</dt>
                <dd className="tabular-nums">{held}</dd>
              </div>
            ) : null}
          </dl>
        </>
      ) : status === "sent" ? (
        <p className="text-quiet">{say("Nobody was in the group when sending began.")}</p>
      ) : null}
    </section>
  );
}

function whenWords(
  say: Say,
  { status, sendAt, waitsUntil, endedAt, pausedAt }: CampaignFacts,
  timeZone: string,
): string {
  const timeOf = (at: string) => formatDayTime(at, timeZone, say.language);
  if (pausedAt) return say("Since {time}", { time: timeOf(pausedAt) });
  if (waitsUntil && Date.parse(waitsUntil) - Date.now() > 60_000)
    return say("Goes on {time}", { time: timeOf(waitsUntil) });
  if (status === "scheduled") return say("Goes out {time}", { time: timeOf(sendAt!) });
  return endedAt ? timeOf(endedAt) : "";
}
