"use client";

import { MessagesSquare, Search } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { ConversationItem, Inbox } from "@/lib/conversations/list-conversations";
import { formatDayTime } from "@/lib/platform/format";
import { ListLoading } from "../list-loading";
import { inboxKey } from "./conversation-keys";

/** What waits for the house first, then the latest; a name finds it. */
export function InboxView({ q }: { q: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const [cursors, setCursors] = useState<string[]>([]);
  const { data } = useSWR<Inbox>(inboxKey(tenant.id, q), fetchJson);
  if (!data) return <ListLoading rows={6} />;
  return (
    <div className="grid max-w-200 grid-cols-[minmax(0,1fr)] gap-4">
      <search>
        {/* An ordinary form: it works before any script does, and the address can be sent on. */}
        <form className="flex gap-2">
          <label htmlFor="q" className="sr-only">
            {say("Customer’s name")}
          </label>
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={q}
            placeholder={say("Customer’s name")}
            maxLength={80}
            className="h-9 min-w-0 flex-1 rounded-control border border-edge bg-surface px-3 placeholder:text-quiet"
          />
          <Button type="submit" className="h-9">
            <Search aria-hidden />
            {say("Find")}
          </Button>
        </form>
      </search>
      {data.conversations.length === 0 ? (
        <EmptyState
          icon={MessagesSquare}
          title={q ? say("Nobody called “{q}” has written", { q }) : say("No conversations yet")}
          why={
            q
              ? say("Look for another name.")
              : say(
                  "Customers write to you from their portal, where they also see their bookings. You answer here, and they read it there.",
                )
          }
          action={
            q ? (
              <Button asChild>
                <Link href={`/dashboard/${tenant.id}/conversations`}>{say("Show all")}</Link>
              </Button>
            ) : null
          }
        />
      ) : (
        <>
          <Rows items={data.conversations} />
          {cursors.map((cursor) => (
            <MoreRows key={cursor} q={q} cursor={cursor} onMore={(next) => setCursors([...cursors, next])} />
          ))}
          {data.nextCursor && cursors.length === 0 ? (
            <Button className="justify-self-center" onClick={() => setCursors([data.nextCursor!])}>
              {say("Show more")}
            </Button>
          ) : null}
        </>
      )}
    </div>
  );
}

function MoreRows({ q, cursor, onMore }: { q: string; cursor: string; onMore(cursor: string): void }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<Inbox>(inboxKey(tenant.id, q, cursor), fetchJson);
  if (!data) return <ListLoading rows={3} />;
  return (
    <>
      <Rows items={data.conversations} />
      {data.nextCursor ? (
        <Button className="justify-self-center" onClick={() => onMore(data.nextCursor!)}>
          {say("Show more")}
        </Button>
      ) : null}
    </>
  );
}

function Rows({ items }: { items: readonly ConversationItem[] }) {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <ul aria-label={say("Conversations")} className="divide-y border-y">
      {items.map(({ id, customerName, lastWords, lastSide, lastAt, unread }) => (
        <li key={id}>
          <Link
            href={`/dashboard/${tenant.id}/conversations/${id}`}
            prefetch={false}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-(--row) transition-colors hover:bg-wash"
          >
            <span className={`truncate ${unread > 0 ? "font-semibold" : "font-medium"}`}>{customerName}</span>
            <span className="text-right text-quiet tabular-nums">
              {formatDayTime(lastAt, tenant.timeZone, say.language)}
            </span>
            <span className={`truncate ${unread > 0 ? "" : "text-quiet"}`}>
              {lastSide === "house"
                ? say("You: {words}", { words: lastWords || say("Erased") })
                : lastWords || say("Erased")}
            </span>
            {unread > 0 ? (
              <span className="justify-self-end rounded-full bg-ink px-1.5 text-center text-xs leading-5 font-semibold text-canvas tabular-nums">
                {unread}
                <span className="sr-only"> {say("unread")}</span>
              </span>
            ) : null}
          </Link>
        </li>
      ))}
    </ul>
  );
}
