"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { useNewest } from "@/app/_components/data/use-newest";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import { areaNames, areas } from "@/lib/notifications/areas";
import type { NotificationFilters } from "@/lib/notifications/input";

const searchOf = ({ area, unread }: NotificationFilters): string =>
  `?${new URLSearchParams({ ...(area ? { area } : {}), ...(unread ? { unread } : {}) })}`;

const look =
  "inline-flex h-9 shrink-0 items-center gap-1.5 rounded-control border border-edge px-3 font-medium text-quiet -outline-offset-2 transition-colors hover:bg-wash hover:text-ink aria-[current]:border-ink aria-[current]:text-ink";

/** What the list is of: an area, with how much of it is unread, and whether only that. Each is an address. */
export function NotificationFilterRow({ filters }: { filters: NotificationFilters }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useNewest(tenant.id);
  const { unread, ...others } = filters;
  const choices = [
    { label: say("All"), area: undefined, many: data?.unread ?? 0 },
    ...areaNames.map((area) => ({ label: say.known(areas[area].label), area, many: data?.unreadIn[area] ?? 0 })),
  ];
  const row = useRef<HTMLElement>(null);
  // On a phone they do not all fit: the one that is chosen is brought into sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one is chosen when the area is another
  useEffect(() => {
    row.current?.querySelector("[aria-current=page]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [filters.area]);
  return (
    <nav
      ref={row}
      aria-label={say("Which notifications")}
      className="relative flex gap-2 overflow-x-auto border-b px-4 py-2 md:px-6 xl:pl-8"
    >
      <Link
        href={searchOf(unread ? others : { ...others, unread: "yes" })}
        scroll={false}
        aria-current={unread ? "true" : undefined}
        className={look}
      >
        {say("Unread only")}
      </Link>
      <span aria-hidden className="my-1 w-px shrink-0 bg-line" />
      {choices.map(({ label, area, many }) => (
        <Link
          key={label}
          href={searchOf({ area, unread })}
          scroll={false}
          aria-current={area === filters.area ? "page" : undefined}
          data-area={area ?? "all"}
          className={look}
        >
          {label}
          {many > 0 ? (
            <span className="font-semibold text-ink tabular-nums">
              {many}
              <span className="sr-only"> {say("unread")}</span>
            </span>
          ) : null}
        </Link>
      ))}
    </nav>
  );
}
