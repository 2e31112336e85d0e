"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useId } from "react";
import { useShell } from "@/app/_components/shell/shell-context";
import { cn } from "@/app/_components/ui/cn";
import { useSay } from "@/app/_words/use-say";
import { type SettingsPlace, settingsOf } from "./settings-places";

/** All settings in a list, and one of them beside it; on a phone one after the other. */
export function SettingsRooms({ children }: { children: ReactNode }) {
  const say = useSay();
  const { tenant } = useShell();
  const here = usePathname();
  const base = `/dashboard/${tenant.id}/settings`;
  const isIndex = here === base;
  // On wide screens there is always one open, and the list has no page of its own.
  const isOpen = ({ path }: SettingsPlace) =>
    here.startsWith(`${base}${path}/`) || here === `${base}${path}` || (isIndex && path === "/hours");
  return (
    <div className="lg:grid lg:grid-cols-[17rem_minmax(0,1fr)]">
      <nav
        aria-label={say("Settings")}
        className={cn(
          "grid grid-cols-[minmax(0,1fr)] content-start gap-5 px-4 pt-4 md:px-6 lg:sticky lg:top-14 lg:max-h-[calc(100dvh-3.5rem)] lg:gap-4 lg:overflow-y-auto lg:border-r lg:px-3 lg:py-4 xl:pl-5",
          isIndex ? "" : "max-lg:hidden",
        )}
      >
        {settingsOf(say, tenant.may).map(({ title, places }) => (
          <div key={title}>
            <h2 className="px-3 pb-1 text-xs font-normal text-quiet">{title}</h2>
            <ul>
              {places.map((place) => (
                <Item
                  key={place.path}
                  place={place}
                  href={`${base}${place.path}`}
                  isOpen={isOpen(place)}
                  isIndex={isIndex}
                />
              ))}
            </ul>
          </div>
        ))}
      </nav>
      {isIndex ? null : (
        <Link
          href={base}
          className="flex h-11 items-center gap-1 border-b px-3 font-medium text-quiet -outline-offset-2 hover:text-ink md:px-5 lg:hidden print:hidden"
        >
          <ChevronLeft aria-hidden className="size-4" />
          {say("All settings")}
        </Link>
      )}
      <div
        className={cn(
          "grid max-w-220 grid-cols-[minmax(0,1fr)] content-start gap-8 px-4 pt-6 md:px-6 xl:px-8",
          isIndex ? "max-lg:hidden" : "",
        )}
      >
        {children}
      </div>
    </div>
  );
}

type ItemProps = { place: SettingsPlace; href: string; isOpen: boolean; isIndex: boolean };

function Item({ place: { label, about }, href, isOpen, isIndex }: ItemProps) {
  const id = useId();
  return (
    <li
      className={cn(
        "relative flex min-h-14 items-center gap-3 rounded-control px-3 py-1.5 hover:bg-wash lg:min-h-0 lg:py-1",
        isOpen ? (isIndex ? "lg:bg-wash" : "bg-wash") : "",
      )}
    >
      <span className="min-w-0 flex-1">
        <Link
          href={href}
          aria-current={isOpen ? "page" : undefined}
          aria-describedby={id}
          className="font-medium after:absolute after:inset-0 after:rounded-control focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {label}
        </Link>
        <span id={id} className="block truncate text-sm text-quiet lg:text-xs">
          {about}
        </span>
      </span>
      <ChevronRight aria-hidden className="size-4 shrink-0 text-quiet lg:hidden" />
    </li>
  );
}
