"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "../ui/cn";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "../ui/dropdown-menu";
import { isAt, NavLink } from "./nav-link";
import { type Place, placesOf } from "./places";
import { useShell } from "./shell-context";

const room = 5;
const look =
  "relative grid h-14 min-w-0 flex-1 place-content-center justify-items-center gap-1 border-t-2 border-transparent text-xs -outline-offset-4 aria-[current=page]:border-ink";

/** The same places within reach of the thumb. */
export function BottomBar() {
  const { tenant } = useShell();
  const places = placesOf(tenant);
  const shown = places.length > room ? places.slice(0, room - 1) : places;
  const rest = places.slice(shown.length);
  return (
    <nav
      aria-label="Main"
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
                    <span className="sr-only"> unread</span>
                  </span>
                ) : null}
              </span>
              <span className="truncate">{place.label}</span>
            </>
          )}
        </NavLink>
      ))}
      {rest.length > 0 ? <More places={rest} /> : null}
    </nav>
  );
}

/** What the bar has no room for. */
function More({ places }: { places: readonly Place[] }) {
  const path = usePathname();
  const here = places.some((place) => isAt(path, place));
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-current={here ? "page" : undefined}
        className={cn("font-medium transition-colors", here ? "text-ink" : "text-quiet hover:text-ink", look)}
      >
        <Ellipsis aria-hidden className="size-5" />
        More
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" side="top">
        {places.map((place) => (
          <DropdownMenuItem key={place.href} asChild className="h-11">
            {place.outside ? (
              <a href={place.href} target="_blank" rel="noreferrer">
                <place.icon aria-hidden />
                {place.label}
                <span className="sr-only">(opens a new tab)</span>
              </a>
            ) : (
              <Link href={place.href} aria-current={isAt(path, place) ? "page" : undefined}>
                <place.icon aria-hidden />
                {place.label}
              </Link>
            )}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
