"use client";

import { Bell } from "lucide-react";
import Link from "next/link";
import { useNewest } from "@/app/_components/data/use-newest";
import { NotificationLine } from "@/app/_components/notifications/notification-line";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import { ListLoading } from "./list-loading";
import { useMarkRead } from "./notifications/use-mark-read";

const shown = 6;

/** The newest notifications; the rest are a click away. */
export function Latest() {
  const say = useSay();
  const { tenant } = useShell();
  const now = useNow();
  const { data } = useNewest(tenant.id);
  const markRead = useMarkRead(tenant.id);
  return (
    <section aria-labelledby="latest-title" className="min-w-0 border-t pb-4 xl:border-t-0 xl:border-l">
      <div className="flex items-baseline justify-between px-4 pt-5 pb-2 md:px-6">
        <h2 id="latest-title">{say("Latest")}</h2>
        {data && data.items.length > 0 ? (
          <Link
            href={`/dashboard/${tenant.id}/notifications`}
            className="text-quiet underline underline-offset-4 hover:text-ink"
          >
            {say("All notifications")}
          </Link>
        ) : null}
      </div>
      {!data ? (
        <ListLoading rows={shown} />
      ) : data.items.length === 0 ? (
        <div className="px-4 md:px-6">
          <EmptyState
            icon={Bell}
            title={say("Nothing has happened yet")}
            why={say("New bookings, changes and cancellations are told here as they come.")}
          />
        </div>
      ) : (
        <ul>
          {data.items.slice(0, shown).map((item) => (
            <li key={item.id} className="border-t first:border-t-0">
              <NotificationLine
                item={item}
                tenantId={tenant.id}
                now={now}
                onOpen={item.read ? undefined : () => void markRead([item.id])}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
