"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { tinykeys } from "tinykeys";
import { useSay } from "@/app/_words/use-say";
import { openOver } from "../open-over";
import { useShortcuts } from "../preference";
import { useShell } from "../shell-context";
import { type Binding, bindingsOf } from "./bindings";
import { isFree } from "./is-free";

const waitMs = 1_000;

/** Listens for the keys of one's role; ⌘K and Ctrl+K also where somebody types, and when single keys are off. */
export function useKeys(): void {
  const say = useSay();
  const { tenant } = useShell();
  const router = useRouter();
  const [shortcuts] = useShortcuts();
  const act = useEffectEvent((binding: Binding) => {
    if ("href" in binding) router.push(beside(binding.href));
    else if ("presses" in binding) pressed(binding.presses)?.click();
    else if ("opens" in binding) openOver(binding.opens);
    else if ("finds" in binding) findHere() || openOver("palette");
  });
  useEffect(() => {
    let began = 0;
    const single = (binding: Binding) => (event: KeyboardEvent) => {
      if (!isFree(event) || (binding.keys.length === 1 && event.timeStamp - began < waitMs)) return;
      if (binding.keys.length > 1) began = 0;
      event.preventDefault();
      act(binding);
    };
    const ways = bindingsOf(say, tenant)
      .flatMap(({ bindings }) => bindings.filter((one) => !("held" in one)))
      // What is no letter stands on another key of another keyboard, with Shift or without.
      .flatMap((one) => (/^[a-z ]+$/.test(one.keys) ? [one] : [one, { ...one, keys: `Shift+${one.keys}` }]))
      .map((one) => [one.keys, single({ ...one, keys: one.keys.replace("Shift+", "") })] as const);
    return tinykeys(
      window,
      {
        "$mod+k": (event) => {
          event.preventDefault();
          openOver("palette");
        },
        ...(shortcuts === "off"
          ? {}
          : {
              g: (event: KeyboardEvent) => {
                if (isFree(event)) began = event.timeStamp;
              },
              ...Object.fromEntries(ways),
            }),
      },
      { timeout: waitMs },
    );
  }, [say, tenant, shortcuts]);
}

const pressed = (key: string) => document.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`);

/** A panel of the page that one is on opens there, beside what it is narrowed to. */
function beside(href: string): string {
  const to = new URL(href, window.location.origin);
  const panel = to.searchParams.get("add");
  const onCalendar = window.location.pathname === to.pathname.replace(/bookings$/, "calendar");
  if (!panel || !(onCalendar || window.location.pathname === to.pathname)) return href;
  const here = new URL(window.location.href);
  here.searchParams.set("add", panel);
  return `${here.pathname}${here.search}`;
}

function findHere(): boolean {
  const field = [...document.querySelectorAll<HTMLInputElement>('main input[type="search"]')].find(
    (one) => one.offsetParent !== null,
  );
  field?.focus();
  field?.select();
  return field !== undefined;
}
