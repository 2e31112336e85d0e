"use client";

import { Inbox, Mail, Smartphone } from "lucide-react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { CopyButton } from "@/app/_components/forms/copy-button";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import { messageStateWords } from "@/app/dashboard/[tenantId]/messages/message-words";
import type { OutboxMessage } from "@/lib/admin/list-outbox";
import { formatDayTime } from "@/lib/platform/format";

const everyMs = 1_000;

export function OutboxList({ first }: { first: OutboxMessage[] }) {
  const say = useSay();
  const { data = first, error } = useSWR<OutboxMessage[]>("/api/dev/outbox", fetchJson, {
    refreshInterval: everyMs,
    fallbackData: first,
  });
  if (data.length === 0)
    return (
      <EmptyState
        icon={Inbox}
        title={say("No messages yet")}
        why={say("Book an appointment, or ask for a new password: what would be sent appears here within a second.")}
      />
    );
  return (
    <>
      <ProblemLine>{error ? say("The server does not answer. What is below may be old.") : ""}</ProblemLine>
      <ol className="grid grid-cols-[minmax(0,1fr)] border-t">
        {data.map((message) => (
          <li key={`${message.tenantId} ${message.id}`} className="border-b py-4">
            <Message message={message} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Message({ message }: { message: OutboxMessage }) {
  const say = useSay();
  const { channel, to, subject, body, createdAt, status } = message;
  const Icon = channel === "sms" ? Smartphone : Mail;
  const receiver = { to: () => <span className="font-medium break-all text-ink">{to}</span> };
  const code = /\b\d{6}\b/.exec(body)?.[0];
  const link = /https?:\/\/\S+/.exec(body)?.[0];
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-3" data-message={message.id}>
      <header className="flex flex-wrap items-center gap-x-2 gap-y-1 text-quiet">
        <span className="flex min-w-0 items-start gap-2">
          <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0">
            {channel === "sms" ? say.rich("SMS to <to></to>", receiver) : say.rich("E-mail to <to></to>", receiver)}
          </span>
        </span>
        <span className="ml-auto tabular-nums">
          <time dateTime={createdAt}>{formatDayTime(createdAt, "Africa/Nairobi", say.language)}</time>,{" "}
          {messageStateWords(say, status, "")}
        </span>
      </header>
      {channel === "sms" ? (
        <p className="max-w-[44ch] justify-self-start rounded-panel bg-wash px-3 py-2 wrap-anywhere whitespace-pre-line">
          {body}
        </p>
      ) : (
        <div className="grid max-w-[68ch] grid-cols-[minmax(0,1fr)] gap-1">
          <h2 className="font-medium">{subject}</h2>
          <p className="wrap-anywhere whitespace-pre-line">{body}</p>
        </div>
      )}
      {code || link ? (
        <div className="flex flex-wrap gap-2">
          {code ? <CopyButton text={code} label={say("Copy code {code}", { code })} /> : null}
          {link ? (
            <Button asChild>
              <a href={link}>{say("Open link")}</a>
            </Button>
          ) : null}
        </div>
      ) : null}
    </article>
  );
}
