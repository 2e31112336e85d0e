"use client";

import { NavLink } from "./nav-link";
import { placesOf } from "./places";
import { useShell } from "./shell-context";

/** The same places within reach of the thumb. */
export function BottomBar() {
  const { tenant } = useShell();
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 flex border-t bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      {placesOf(tenant)
        .filter(({ railOnly }) => !railOnly)
        .slice(0, 5)
        .map((place) => (
          <NavLink
            key={place.href}
            place={place}
            className="relative grid h-14 min-w-0 flex-1 place-content-center justify-items-center gap-1 border-t-2 border-transparent text-xs -outline-offset-4 aria-[current=page]:border-ink"
          >
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
    </nav>
  );
}
