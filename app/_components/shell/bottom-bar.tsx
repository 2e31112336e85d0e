"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useSay } from "@/app/_words/use-say";
import { cn } from "../ui/cn";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuGroup,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "../ui/dropdown-menu";
import { isAt, NavLink } from "./nav-link";
import { type Place, type Section, sectionsOf } from "./places";
import { useShell } from "./shell-context";
import { useCount } from "./use-count";

const room = 5;
const look =
  "relative grid h-14 min-w-0 flex-1 place-content-center justify-items-center gap-1 border-t-2 border-transparent text-xs -outline-offset-4 aria-[current=page]:border-ink";

/** The same places within reach of the thumb. */
export function BottomBar() {
  const say = useSay();
  const { tenant } = useShell();
  const sections = sectionsOf(say, tenant);
  const places = sections.flatMap((section) => section.places);
  const shown = places.length > room ? places.slice(0, room - 1) : places;
  const rest = sections
    .map(({ title, places: all }) => ({ title, places: all.filter((place) => !shown.includes(place)) }))
    .filter((section) => section.places.length > 0);
  return (
    <nav
      aria-label={say("Main")}
      className="fixed inset-x-0 bottom-0 z-30 flex print:hidden! border-t bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      {shown.map((place) => (
        <NavLink key={place.href} place={place} className={look}>
          {(count) => (
            <>
              <span className="relative">
                <place.icon aria-hidden className="size-5" />
                {count ? (
                  <span className="absolute -top-1.5 left-3 min-w-4 rounded-full bg-ink px-1 text-center leading-4 font-semibold text-canvas tabular-nums">
                    {count}
                    <span className="sr-only"> {say("unread")}</span>
                  </span>
                ) : null}
              </span>
              <span className="truncate">{place.label}</span>
            </>
          )}
        </NavLink>
      ))}
      {rest.length > 0 ? <More sections={rest} /> : null}
    </nav>
  );
}

/** What the bar has no room for. */
function More({ sections }: { sections: readonly Section[] }) {
  const say = useSay();
  const path = usePathname();
  const here = sections.some(({ places }) => places.some((place) => isAt(path, place)));
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-current={here ? "page" : undefined}
        className={cn("font-medium transition-colors", here ? "text-ink" : "text-quiet hover:text-ink", look)}
      >
        <Ellipsis aria-hidden className="size-5" />
        {say("More")}
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" side="top">
        {sections.map(({ title, places }) => (
          <DropdownMenuGroup key={title} aria-label={title}>
            <DropdownMenuLabel>{title}</DropdownMenuLabel>
            {places.map((place) => (
              <MorePlace key={place.href} place={place} here={isAt(path, place)} />
            ))}
          </DropdownMenuGroup>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function MorePlace({ place, here }: { place: Place; here: boolean }) {
  const say = useSay();
  const count = useCount(place);
  return (
    <DropdownMenuItem asChild className="h-11">
      {place.outside ? (
        <a href={place.href} target="_blank" rel="noreferrer">
          <place.icon aria-hidden />
          {place.label}
          <span className="sr-only">{say("(opens a new tab)")}</span>
        </a>
      ) : (
        <Link href={place.href} aria-current={here ? "page" : undefined}>
          <place.icon aria-hidden />
          {place.label}
          {count ? (
            <span className="ml-auto font-semibold tabular-nums">
              {count}
              <span className="sr-only"> {say("unread")}</span>
            </span>
          ) : null}
        </Link>
      )}
    </DropdownMenuItem>
  );
}
