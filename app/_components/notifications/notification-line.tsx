import Link from "next/link";
import { useSay } from "@/app/_words/use-say";
import type { NotificationItem } from "@/lib/notifications/list-notifications";
import { formatAgo } from "@/lib/platform/format";
import { cn } from "../ui/cn";

type Props = { item: NotificationItem; tenantId: string; now: string; onOpen?: (() => void) | undefined };

/** One notification in words; opens what it is about. */
export function NotificationLine({ item, tenantId, now, onOpen }: Props) {
  const say = useSay();
  const body = (
    <>
      <span
        aria-hidden
        className={cn("mt-1.5 size-2 shrink-0 rounded-full", item.read ? "bg-transparent" : "bg-ink")}
      />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className={cn("line-clamp-2 text-pretty", item.read ? "font-normal" : "font-semibold")}>
          {item.read ? null : <span className="sr-only">{say("Unread:")} </span>}
          {say.happened(item.title)}
        </span>
        <span className="flex gap-3 text-quiet tabular-nums">
          <span className="min-w-0 flex-1 truncate">{say.happened(item.message)}</span>
          <time dateTime={item.createdAt} className="shrink-0">
            {formatAgo(item.createdAt, now, say.language)}
          </time>
        </span>
      </span>
    </>
  );
  const look = "flex min-w-0 flex-1 items-start gap-2.5 px-4 py-2.5 md:px-6";
  const to = addressOf(tenantId, item);
  if (!to) return <div className={look}>{body}</div>;
  return (
    <Link
      href={to}
      prefetch={false}
      {...(onOpen ? { onClick: onOpen } : {})}
      className={cn(look, "transition-colors hover:bg-wash focus-visible:-outline-offset-2")}
    >
      {body}
    </Link>
  );
}

function addressOf(tenantId: string, { entity, entityId }: NotificationItem): string | null {
  if (entity === "booking") return `/dashboard/${tenantId}?booking=${entityId}`;
  if (entity === "product") return `/dashboard/${tenantId}/stock/${entityId}`;
  if (entity === "staff") return `/dashboard/${tenantId}/staff/${entityId}`;
  if (entity === "review") return `/dashboard/${tenantId}/reviews?review=${entityId}`;
  if (entity === "conversation") return `/dashboard/${tenantId}/conversations/${entityId}`;
  if (entity === "enquiry") return `/dashboard/${tenantId}/enquiries?enquiry=${entityId}`;
  return entity === "time_off" ? `/dashboard/${tenantId}/time-off` : null;
}
