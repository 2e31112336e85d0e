"use client";

import { Inbox } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { type MouseEvent, useState } from "react";
import { toast } from "sonner";
import useSWR from "swr";
import type { ActionAnswer } from "@/app/_server/action";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import type { EnquiryList as Answer, Enquiry } from "@/lib/enquiries/list-enquiries";
import { formatDayTime } from "@/lib/platform/format";
import { fetchJson } from "../data/fetch-json";
import { wayBack } from "../data/way-back";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Skeleton } from "../ui/skeleton";
import { EnquirySheet } from "./enquiry-sheet";

export type Become = "read" | "answered" | "deleted" | "restored";

type Props = {
  /** Where the list is asked for: a business's, or the platform's. */
  base: string;
  show: string;
  timeZone: string;
  become(id: string, what: Become): Promise<ActionAnswer<unknown>>;
};

const shows = [
  ["", phrase("All")],
  ["unread", phrase("Unread")],
  ["open", phrase("Not answered")],
  ["answered", phrase("Answered")],
  ["deleted", phrase("Deleted")],
] as const;

const enquiriesKey = (base: string, show: string, cursor = ""): string => {
  const set = Object.entries({ show, cursor }).filter(([, value]) => value !== "");
  return `${base}/enquiries${set.length > 0 ? `?${new URLSearchParams(set)}` : ""}`;
};

/** What strangers asked by a form, the latest first. */
export function EnquiryList({ base, show, timeZone, become }: Props) {
  const say = useSay();
  const [cursors, setCursors] = useState([""]);
  const { data } = useSWR<Answer>(enquiriesKey(base, show), fetchJson);
  const asked = useSearchParams().get("enquiry");
  const doIt = async (id: string, what: Become) => {
    const answer = await become(id, what);
    if (!answer.ok) return void toast.error(say.known(answer.problem));
    if (what === "deleted")
      toast(
        say("Deleted"),
        wayBack(say, () => become(id, "restored")),
      );
  };
  return (
    <div className="grid max-w-200 grid-cols-[minmax(0,1fr)] gap-4">
      <nav aria-label={say("Which")} className="flex gap-4 overflow-x-auto">
        {shows.map(([value, word]) => (
          <Link
            key={value}
            href={value ? `?show=${value}` : "?"}
            aria-current={value === show ? "page" : undefined}
            className="flex h-9 shrink-0 items-center text-quiet hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink"
          >
            {say(word)}
            {value === "unread" && data && data.unread > 0 ? ` (${data.unread})` : ""}
          </Link>
        ))}
      </nav>
      {data?.enquiries.length === 0 ? (
        <EmptyState
          icon={Inbox}
          title={show ? say("Nothing of this") : say("No enquiries yet")}
          why={
            show
              ? say("Look among all of them.")
              : say("What people ask by the contact form stands here until somebody has answered.")
          }
        />
      ) : (
        cursors.map((cursor, at) => (
          <Page
            key={cursor}
            address={enquiriesKey(base, show, cursor)}
            timeZone={timeZone}
            {...(at === cursors.length - 1 ? { onMore: (next: string) => setCursors([...cursors, next]) } : {})}
          />
        ))
      )}
      <EnquirySheet base={base} asked={asked} timeZone={timeZone} become={doIt} />
    </div>
  );
}

function Page({ address, timeZone, onMore }: { address: string; timeZone: string; onMore?(cursor: string): void }) {
  const say = useSay();
  const { data } = useSWR<Answer>(address, fetchJson);
  if (!data) return <Skeleton className="h-24" />;
  const next = data.nextCursor;
  return (
    <>
      <ul aria-label={say("Enquiries")} className="divide-y border-y">
        {data.enquiries.map((enquiry) => (
          <Row key={enquiry.id} enquiry={enquiry} timeZone={timeZone} />
        ))}
      </ul>
      {next && onMore ? (
        <Button className="justify-self-center" onClick={() => onMore(next)}>
          {say("Show more")}
        </Button>
      ) : null}
    </>
  );
}

function Row({ enquiry: { id, name, subject, at, read, answered }, timeZone }: { enquiry: Enquiry; timeZone: string }) {
  const say = useSay();
  const openIt = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const address = new URL(window.location.href);
    address.searchParams.set("enquiry", id);
    window.history.pushState(null, "", address);
  };
  return (
    <li>
      <a
        href={`?enquiry=${id}`}
        onClick={openIt}
        className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-(--row) transition-colors hover:bg-wash"
      >
        <span className={`truncate ${read ? "font-medium" : "font-semibold"}`}>{subject}</span>
        <span className="text-right text-quiet tabular-nums">{formatDayTime(at, timeZone, say.language)}</span>
        <span className="truncate text-quiet">{name}</span>
        <span className="text-right text-quiet">{answered ? say("answered") : read ? "" : say("unread")}</span>
      </a>
    </li>
  );
}
