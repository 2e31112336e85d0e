"use client";

import { useEffect, useEffectEvent, useState } from "react";
import useSWR from "swr";
import { useSay } from "@/app/_words/use-say";
import type { Enquiry } from "@/lib/enquiries/list-enquiries";
import { formatDayTime } from "@/lib/platform/format";
import { fetchJson } from "../data/fetch-json";
import { Button } from "../ui/button";
import { Fact, Facts } from "../ui/fact";
import { Sheet } from "../ui/sheet";
import { Skeleton } from "../ui/skeleton";
import type { Become } from "./enquiry-list";

type Do = { timeZone: string; become(id: string, what: Become): Promise<void> };
type Props = Do & { base: string; asked: string | null };

const close = (): void => {
  const address = new URL(window.location.href);
  address.searchParams.delete("enquiry");
  window.history.replaceState(null, "", address);
};

/** The enquiry that the address names: who looks at it has read it. */
export function EnquirySheet({ base, asked, timeZone, become }: Props) {
  const say = useSay();
  const [kept, setKept] = useState(asked);
  if (asked && asked !== kept) setKept(asked);
  const { data, error } = useSWR<Enquiry>(kept ? `${base}/enquiries/${kept}` : null, fetchJson);
  const unread = asked && data && !data.read ? data.id : null;
  const read = useEffectEvent((id: string) => void become(id, "read"));
  useEffect(() => {
    if (unread) read(unread);
  }, [unread]);
  return (
    <Sheet
      open={asked !== null && !error}
      onClose={close}
      title={data?.subject ?? say("Enquiry")}
      about={say("Asked by the contact form.")}
    >
      {data ? <Asked enquiry={data} timeZone={timeZone} become={become} /> : <Skeleton className="h-24" />}
    </Sheet>
  );
}

function Asked({ enquiry, timeZone, become }: Do & { enquiry: Enquiry }) {
  const say = useSay();
  const { id, name, phone, email, subject, words, at, answered, deleted } = enquiry;
  const answeredAt = answered ? formatDayTime(answered.at, timeZone, say.language) : "";
  return (
    <div className="grid gap-6">
      <p className="text-md break-words whitespace-pre-line">{words}</p>
      <Facts>
        <Fact term={say("From")}>{name}</Fact>
        {phone ? (
          <Fact term={say("Phone")}>
            <a href={`tel:${phone}`} className="underline underline-offset-4">
              {phone}
            </a>
          </Fact>
        ) : null}
        {email ? (
          <Fact term={say("E-mail")}>
            <a
              href={`mailto:${email}?subject=${encodeURIComponent(`Re: ${subject}`)}`}
              className="underline underline-offset-4"
            >
              {email}
            </a>
          </Fact>
        ) : null}
        <Fact term={say("Asked")}>{formatDayTime(at, timeZone, say.language)}</Fact>
        {answered ? (
          <Fact term={say("Answered")}>
            {answered.by ? say("{time} by {name}", { time: answeredAt, name: answered.by }) : answeredAt}
          </Fact>
        ) : null}
      </Facts>
      <div className="flex flex-wrap justify-end gap-2">
        {deleted ? (
          <Button size="large" onClick={() => become(id, "restored")}>
            {say("Put it back")}
          </Button>
        ) : (
          <Button
            size="large"
            onClick={() => {
              close();
              void become(id, "deleted");
            }}
          >
            {say("Delete")}
          </Button>
        )}
        {answered || deleted ? null : (
          <Button size="large" kind="primary" onClick={() => become(id, "answered")}>
            {say("I have answered it")}
          </Button>
        )}
      </div>
    </div>
  );
}
