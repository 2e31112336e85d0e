"use client";

import { Bell } from "lucide-react";
import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { adminNotifications } from "@/app/_components/data/keys";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { NotificationItem, NotificationPage } from "@/lib/notifications/list-notifications";
import { formatMoment } from "../words";

/** What happened to the platform, newest first; kept level by its stream. */
export function NewsList({ cursor }: { cursor: string }) {
  const say = useSay();
  const { data } = useSWR<NotificationPage>(adminNotifications(cursor), fetchJson);
  if (!data) return null;
  if (data.items.length === 0)
    return (
      <div className="px-4 md:px-6 xl:px-8">
        <EmptyState
          icon={Bell}
          title={say("No news yet")}
          why={say("Every business that applies, pays, owes or goes is told here at once.")}
        />
      </div>
    );
  return (
    <>
      <ol aria-label={say("News")} className="border-t">
        {data.items.map((item) => (
          <li key={item.id} className="border-b">
            <Row item={item} />
          </li>
        ))}
      </ol>
      <nav aria-label={say("Pages")} className="flex gap-2 px-4 pt-4 empty:hidden md:px-6 xl:px-8">
        {cursor ? (
          <Button asChild>
            <Link href="/admin/notifications">{say("Newest")}</Link>
          </Button>
        ) : null}
        {data.nextCursor ? (
          <Button asChild>
            <Link href={`/admin/notifications?cursor=${data.nextCursor}`}>{say("Older")}</Link>
          </Button>
        ) : null}
      </nav>
    </>
  );
}

const addressOf = ({ entity, entityId }: NotificationItem): string => {
  if (entity === "enquiry") return `/admin/enquiries?enquiry=${entityId}`;
  return entity === "testimonial" ? "/admin/reviews" : `/admin/tenants/${entityId}`;
};

/** Each is about a business or what somebody asks, and leads to it. */
function Row({ item }: { item: NotificationItem }) {
  const say = useSay();
  const { title, message, createdAt } = item;
  return (
    <Link
      href={addressOf(item)}
      className="flex min-h-11 flex-wrap items-baseline gap-x-3 px-4 py-2.5 transition-colors hover:bg-wash focus-visible:-outline-offset-2 md:px-6 xl:px-8"
    >
      <span className="min-w-0 font-medium break-words max-sm:w-full">{say.happened(title)}</span>
      <span className="min-w-0 text-quiet">{say.happened(message)}</span>
      <time dateTime={createdAt} className="text-quiet tabular-nums sm:ml-auto">
        {formatMoment(createdAt, say.language)}
      </time>
    </Link>
  );
}
