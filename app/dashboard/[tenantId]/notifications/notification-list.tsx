"use client";

import { BellOff, Check } from "lucide-react";
import { useState } from "react";
import useSWR from "swr";
import { CopyLinkButton } from "@/app/_components/bookings/copy-link-button";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { newestNotifications } from "@/app/_components/data/keys";
import { NotificationLine } from "@/app/_components/notifications/notification-line";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Tooltip } from "@/app/_components/ui/tooltip";
import type { NotificationItem, NotificationPage } from "@/lib/notifications/list-notifications";
import { ListLoading } from "../list-loading";
import { useMarkRead } from "./use-mark-read";

/** Newest first. Each page asks for the next one, so that a new arrival moves them all and nothing falls between. */
export function NotificationList() {
  const [pages, setPages] = useState(1);
  return <Page cursor="" more={pages - 1} onMore={() => setPages(pages + 1)} />;
}

function Page({ cursor, more, onMore }: { cursor: string; more: number; onMore(): void }) {
  const { tenant } = useShell();
  const key = newestNotifications(tenant.id) + (cursor && `&cursor=${cursor}`);
  const { data, error } = useSWR<NotificationPage>(key, fetchJson, { keepPreviousData: true });
  if (!data) return error ? <Failed /> : <ListLoading rows={8} />;
  if (data.items.length === 0 && !cursor) return <Empty />;
  return (
    <>
      <ul>
        {data.items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </ul>
      {data.nextCursor && more > 0 ? <Page cursor={data.nextCursor} more={more - 1} onMore={onMore} /> : null}
      {data.nextCursor && more === 0 ? (
        <div className="border-t px-4 py-4 md:px-6 xl:pl-8">
          <Button onClick={onMore}>Load more</Button>
        </div>
      ) : null}
    </>
  );
}

function Row({ item }: { item: NotificationItem }) {
  const { tenant } = useShell();
  const now = useNow();
  const mark = useMarkRead(tenant.id);
  const read = () => void mark([item.id]);
  return (
    <li data-read={item.read} className="flex items-center border-b pr-2 md:pr-4 xl:pl-2">
      <NotificationLine item={item} tenantId={tenant.id} now={now} onOpen={item.read ? undefined : read} />
      <span className="grid size-8 shrink-0">
        {item.read ? null : (
          <Tooltip words="Mark read">
            <Button kind="bare" size="icon" aria-label={`Mark read: ${item.title}`} onClick={read}>
              <Check aria-hidden />
            </Button>
          </Tooltip>
        )}
      </span>
    </li>
  );
}

function Empty() {
  return (
    <div className="px-4 md:px-6 xl:pl-8">
      <EmptyState
        icon={BellOff}
        title="No notifications yet"
        why="When a customer books, changes or cancels, it is told here and stays until you have read it."
        action={<CopyLinkButton />}
      />
    </div>
  );
}

function Failed() {
  return (
    <p role="alert" className="px-4 py-8 md:px-6 xl:pl-8">
      The notifications could not be loaded. They come back by themselves once the server answers.
    </p>
  );
}
