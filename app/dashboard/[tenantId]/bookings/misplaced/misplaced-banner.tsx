"use client";

import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import { useMisplaced } from "./use-misplaced";

/** Leads to the bookings that need another place; nothing while there are none. */
export function MisplacedBanner() {
  const say = useSay();
  const { tenant } = useShell();
  const misplaced = useMisplaced();
  const [many, asked] = [misplaced?.ids.length ?? 0, misplaced?.asked.length ?? 0];
  if (many + asked === 0) return null;
  return (
    <Link
      href={`/dashboard/${tenant.id}/bookings/misplaced`}
      className="flex items-center gap-2 border-b px-4 py-(--row) text-requested hover:bg-wash focus-visible:-outline-offset-2 md:px-6 xl:pl-8"
    >
      <TriangleAlert aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0">
        {many === 0
          ? say(
              "{asked, plural, one {One customer is} other {{asked} customers are}} still asked to choose another time.",
              { asked },
            )
          : say(
              "{many, plural, one {One booking no longer fits} other {{many} bookings no longer fit}} your hours or your people.",
              { many },
            )}{" "}
        <span className="underline underline-offset-4">
          {many === 0 ? say("Look at them") : say("Find them another place")}
        </span>
      </span>
    </Link>
  );
}
