"use client";

import { Bell, Mail, Send, Smartphone } from "lucide-react";
import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import { messageKind, messageStateWords } from "@/app/dashboard/[tenantId]/messages/message-words";
import type { Outgoing, OutgoingPage } from "@/lib/admin/list-outgoing";
import { Rows } from "../tenants/[id]/rows";
import { type AskedOutgoing, formatMoment, outgoingKey } from "../words";

const everyMs = 10_000;
const ways = {
  sms: { Icon: Smartphone, word: phrase("SMS") },
  email: { Icon: Mail, word: phrase("E-mail") },
  push: { Icon: Bell, word: phrase("Push") },
};

/** What leaves the house and what has become of it, of all businesses or of one. */
export function OutgoingList({ asked }: { asked: AskedOutgoing }) {
  const say = useSay();
  const { data } = useSWR<OutgoingPage>(outgoingKey(asked), fetchJson, {
    keepPreviousData: true,
    refreshInterval: everyMs,
  });
  return (
    <>
      <Day day={data?.day ?? null} />
      <Rows<Outgoing>
        label={say("Messages")}
        keyOf={(cursor) => outgoingKey(asked, cursor)}
        none={{
          icon: Send,
          title: asked.state || asked.channel ? say("No message fits") : say("Nothing has been sent yet"),
          why: say("Confirmations, reminders, codes and campaigns stand here, each with whether it went."),
        }}
      >
        {(message) => <Row key={message.id} message={message} isOfOne={asked.tenant !== undefined} />}
      </Rows>
    </>
  );
}

function Day({ day }: { day: OutgoingPage["day"] | null }) {
  const say = useSay();
  const facts = [
    { term: say("Waiting"), value: day?.waiting },
    { term: say("Gone within a day"), value: day?.sent },
    { term: say("Not gone within a day"), value: day?.failed },
  ];
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2 px-4 pt-4 md:px-6 xl:px-8">
      {facts.map(({ term, value }) => (
        <div key={term} className="flex items-baseline gap-2">
          <dt className="text-quiet">{term}</dt>
          <dd className="min-w-4 font-semibold tabular-nums">{value ?? "–"}</dd>
        </div>
      ))}
    </dl>
  );
}

function Row({ message, isOfOne }: { message: Outgoing; isOfOne: boolean }) {
  const say = useSay();
  const { channel, to, template, status, failure, tries, at, tenantId, business } = message;
  const { Icon, word: way } = ways[channel];
  const word = say(way);
  return (
    <li
      data-message={status}
      className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-0.5 border-t px-4 py-2 first:border-t-0 md:grid-cols-[10.5rem_minmax(0,1fr)_minmax(0,1.2fr)_minmax(0,1fr)_minmax(0,1.5fr)] md:px-6 xl:px-8"
    >
      <time dateTime={at} className="text-quiet tabular-nums">
        {formatMoment(at, say.language)}
      </time>
      <span className="flex min-w-0 items-center gap-2 tabular-nums">
        <Icon {...(to ? { "aria-label": word } : { "aria-hidden": true })} className="size-4 shrink-0 text-quiet" />
        <span className="truncate">{to ?? word}</span>
      </span>
      <span className="min-w-0 truncate font-medium">{messageKind(say, template)}</span>
      {isOfOne ? <span /> : <Business id={tenantId} name={business} />}
      <span className={`wrap-anywhere max-md:col-span-2 ${status === "failed" ? "text-danger" : "text-quiet"}`}>
        {messageStateWords(say, status, failure)}
        {status === "failed" && tries > 1 ? say(" (tried {tries} times)", { tries }) : ""}
      </span>
    </li>
  );
}

function Business({ id, name }: { id: string; name: string }) {
  return (
    <Link
      href={`/admin/tenants/${id}/messages`}
      className="min-w-0 truncate text-right underline underline-offset-4 md:text-left"
    >
      {name}
    </Link>
  );
}
