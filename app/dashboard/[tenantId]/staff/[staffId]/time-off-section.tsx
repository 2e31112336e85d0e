"use client";

import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Skeleton } from "@/app/_components/ui/skeleton";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import type { TimeOffPage } from "@/lib/staff/list-time-off";
import { timeOffWords } from "@/lib/staff/time-off-words";
import { timeOffKey, timeOffSearch } from "../../time-off/time-off-key";

const words = {
  asked: phrase("waiting for an answer"),
  approved: phrase("approved"),
  declined: phrase("declined"),
  withdrawn: phrase("taken back"),
};

/** When they are away, and where it is asked for and answered. */
export function TimeOffSection({ staffId }: { staffId: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const isOwn = tenant.staffId === staffId && !tenant.may.includes("time_off.decide");
  const asked = isOwn ? {} : { staff: staffId };
  const { data } = useSWR<TimeOffPage>(timeOffKey(tenant.id, asked), fetchJson);
  const coming = data && [...data.waiting, ...data.items];
  return (
    <Section
      at="time-off"
      title={isOwn ? say("My time off") : say("Time off")}
      about={say("Nobody can book them while they are away.")}
    >
      {!coming ? (
        <Skeleton className="h-5 w-40" />
      ) : coming.length === 0 ? (
        <p className="text-quiet">{say("None to come.")}</p>
      ) : (
        <ul className="border-y">
          {coming.slice(0, 5).map(({ id, from, to, status }) => (
            <li key={id} className="flex flex-wrap justify-between gap-x-4 border-t py-2 first:border-t-0">
              <span className="tabular-nums">{timeOffWords(from, to, tenant.timeZone, say.language)}</span>
              <span className={status === "asked" ? "text-requested" : "text-quiet"}>{say(words[status])}</span>
            </li>
          ))}
        </ul>
      )}
      <Button asChild size="large" className="justify-self-start">
        <Link href={`/dashboard/${tenant.id}/time-off${timeOffSearch(asked)}`}>
          {isOwn ? say("Ask for time off") : say("All their time off")}
        </Link>
      </Button>
    </Section>
  );
}
