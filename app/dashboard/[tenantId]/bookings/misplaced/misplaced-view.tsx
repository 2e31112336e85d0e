"use client";

import { CalendarCheck, ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import { ListLoading } from "../../list-loading";
import { SortOut } from "./sort-out";
import { useMisplaced } from "./use-misplaced";

/** What was promised and cannot be done as hours, time off and staff stand now. */
export function MisplacedView() {
  const say = useSay();
  const { tenant } = useShell();
  const misplaced = useMisplaced();
  if (!misplaced) return <ListLoading rows={6} />;
  const { ids, asked } = misplaced;
  return (
    <div className="grid max-w-160 grid-cols-[minmax(0,1fr)] gap-4">
      <Link
        href={`/dashboard/${tenant.id}/bookings`}
        className="inline-flex items-center gap-1 justify-self-start text-quiet hover:text-ink"
      >
        <ChevronLeft aria-hidden className="size-4" />
        {say("All bookings")}
      </Link>
      {ids.length + asked.length === 0 ? (
        <EmptyState
          icon={CalendarCheck}
          title={say("Every booking has its place")}
          why={say(
            "When you change hours, close a day or give somebody time off, the bookings in the way are listed here until they are moved or cancelled.",
          )}
        />
      ) : (
        <>
          <p className="text-quiet">
            {ids.length > 0
              ? say("Each says what is wrong with its place. Until you do something they stay as they are.")
              : say("Nothing is in their way, and their customers are still asked to choose another time.")}
          </p>
          <SortOut ids={[...ids, ...asked]} />
        </>
      )}
    </div>
  );
}
