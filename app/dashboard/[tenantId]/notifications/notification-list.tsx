"use client";

import { BellOff, Check, CheckCheck, SearchX } from "lucide-react";
import Link from "next/link";
import useSWR from "swr";
import { CopyLinkButton } from "@/app/_components/bookings/copy-link-button";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { notificationsKey } from "@/app/_components/data/keys";
import { NotificationLine } from "@/app/_components/notifications/notification-line";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Tooltip } from "@/app/_components/ui/tooltip";
import { useSay } from "@/app/_words/use-say";
import { areas } from "@/lib/notifications/areas";
import type { NotificationFilters } from "@/lib/notifications/input";
import type { NotificationItem, NotificationPage } from "@/lib/notifications/list-notifications";
import { ListLoading } from "../list-loading";
import { PagedList } from "../paged-list";
import { useMarkRead } from "./use-mark-read";

/** Newest first. */
export function NotificationList({ filters }: { filters: NotificationFilters }) {
  const { tenant } = useShell();
  const { data, error } = useSWR<NotificationPage>(notificationsKey(tenant.id, filters), fetchJson, {
    keepPreviousData: true,
  });
  if (!data) return error ? <Failed /> : <ListLoading rows={8} />;
  if (data.items.length === 0) return <Empty filters={filters} />;
  return (
    <PagedList<NotificationItem> keyOf={(cursor) => notificationsKey(tenant.id, filters, cursor)}>
      {(items) => (
        <ul>
          {items.map((item) => (
            <Row key={item.id} item={item} />
          ))}
        </ul>
      )}
    </PagedList>
  );
}

function Row({ item }: { item: NotificationItem }) {
  const say = useSay();
  const { tenant } = useShell();
  const now = useNow();
  const mark = useMarkRead(tenant.id);
  const read = () => void mark([item.id]);
  return (
    <li data-read={item.read} className="flex items-center border-b pr-2 md:pr-4 xl:pl-2">
      <NotificationLine item={item} tenantId={tenant.id} now={now} onOpen={item.read ? undefined : read} />
      <span className="grid size-8 shrink-0">
        {item.read ? null : (
          <Tooltip words={say("Mark read")}>
            <Button
              kind="bare"
              size="icon"
              aria-label={say("Mark read: {title}", { title: say.happened(item.title) })}
              onClick={read}
            >
              <Check aria-hidden />
            </Button>
          </Tooltip>
        )}
      </span>
    </li>
  );
}

function Empty({ filters: { area, unread } }: { filters: NotificationFilters }) {
  const say = useSay();
  const what = area ? say.known(areas[area].label).toLowerCase() : "";
  return (
    <div className="px-4 md:px-6 xl:pl-8">
      {area || unread ? (
        <EmptyState
          icon={unread ? CheckCheck : SearchX}
          title={
            unread
              ? what
                ? say("Nothing unread of {what}", { what })
                : say("Nothing unread")
              : say("Nothing of {what} yet", { what })
          }
          why={unread ? say("You have read all of it.") : say("What comes in of it stands here.")}
          action={
            <Button asChild>
              <Link href="?">{say("Show all")}</Link>
            </Button>
          }
        />
      ) : (
        <EmptyState
          icon={BellOff}
          title={say("No notifications yet")}
          why={say("When a customer books, changes or cancels, it is told here and stays until you have read it.")}
          action={<CopyLinkButton />}
        />
      )}
    </div>
  );
}

function Failed() {
  const say = useSay();
  return (
    <p role="alert" className="px-4 py-8 md:px-6 xl:pl-8">
      {say("The notifications could not be loaded. They come back by themselves once the server answers.")}
    </p>
  );
}
