"use client";

import { Command } from "cmdk";
import { CalendarClock, ContactRound, History, Keyboard, type LucideIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { useSay } from "@/app/_words/use-say";
import { appType } from "../../ui/app-type";
import { cn } from "../../ui/cn";
import { deedsOf } from "../deeds";
import { Keys } from "../keys/keys";
import { openOver } from "../open-over";
import { sectionsOf } from "../places";
import { useShell } from "../shell-context";
import { matching } from "./matching";
import { keepRecent, readRecent } from "./recent";
import { type Found, useFound } from "./use-found";

type Entry = { label: string; href: string; icon: LucideIcon; outside?: boolean; about?: string; key?: string };
type Group = { title: string; entries: (Entry & { id: string })[] };

/** Everything one may do and go to, and whom one looks for, by the keyboard alone. */
export function Palette({ onClose }: { onClose(): void }) {
  const say = useSay();
  const { tenant, user } = useShell();
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const [recent] = useState(() => readRecent(user.id, tenant.id));
  const found = useFound(typed);
  const named = (one: Entry) => ({ ...one, id: one.href });
  const groups: Group[] = [
    {
      title: say("Recent"),
      entries: typed ? [] : recent.map((one) => ({ ...one, icon: History, id: `recent ${one.href}` })),
    },
    { title: say("Do"), entries: matching(deedsOf(say, tenant), typed).map(named) },
    { title: say("Customers"), entries: found.customers.map((one) => entryOf(one, ContactRound)) },
    { title: say("Bookings"), entries: found.bookings.map((one) => entryOf(one, CalendarClock)) },
    {
      title: say("Go to"),
      entries: matching(
        sectionsOf(say, tenant).flatMap(({ places }) => places),
        typed,
      ).map(({ key, ...place }) => named({ ...place, ...(key ? { key: `g ${key}` } : {}) })),
    },
  ].filter(({ entries }) => entries.length > 0);
  const go = ({ href, label, outside }: Entry) => {
    onClose();
    if (outside) return void window.open(href, "_blank", "noreferrer");
    keepRecent(user.id, tenant.id, { label, href });
    router.push(href);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className={cn(
            appType,
            "fixed inset-x-0 top-0 z-40 mx-auto flex max-h-dvh flex-col border-b bg-surface text-ink shadow-float outline-none sm:top-[12dvh] sm:max-h-[70dvh] sm:w-140 sm:rounded-panel sm:border",
          )}
        >
          <Dialog.Title className="sr-only">{say("Go anywhere")}</Dialog.Title>
          <Command shouldFilter={false} loop label={say("Go anywhere")} className="flex min-h-0 flex-col">
            <Command.Input
              autoFocus
              value={typed}
              onValueChange={setTyped}
              maxLength={80}
              placeholder={say("A customer, a booking, a page, something to do")}
              className="h-12 shrink-0 border-b bg-transparent px-4 text-md outline-none placeholder:text-quiet"
            />
            <Command.List className="min-h-0 overflow-y-auto p-1 [&:not(:has([cmdk-item]))]:hidden">
              {groups.map(({ title, entries }) => (
                <Command.Group
                  key={title}
                  heading={title}
                  className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-quiet"
                >
                  {entries.map(({ id, ...entry }) => (
                    <Row key={id} value={`${title} ${id}`} entry={entry} onSelect={() => go(entry)} />
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
          <Said typed={typed} found={found} any={groups.length > 0} />
          <button
            type="button"
            onClick={() => openOver("keys")}
            className="flex h-10 shrink-0 items-center gap-2 border-t px-4 text-quiet -outline-offset-2 hover:text-ink max-sm:hidden"
          >
            <Keyboard aria-hidden className="size-4" />
            {say("All keys")}
            <span className="ml-auto">
              <Keys keys="?" />
            </span>
          </button>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const entryOf = ({ id, ...found }: Found, icon: LucideIcon) => ({ ...found, icon, id });

function Row({ value, entry, onSelect }: { value: string; entry: Entry; onSelect(): void }) {
  const { label, icon: Icon, about, key } = entry;
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-9 cursor-pointer items-center gap-3 rounded-control px-3 py-1.5 data-[selected=true]:bg-wash pointer-coarse:min-h-11"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-quiet" />
      <span className="grid min-w-0 flex-1 gap-x-3 sm:flex sm:justify-between">
        <span className="truncate font-medium">{label}</span>
        {about ? <span className="truncate text-quiet tabular-nums">{about}</span> : null}
      </span>
      {key ? (
        <span className="ml-auto shrink-0 max-sm:hidden">
          <Keys keys={key} />
        </span>
      ) : null}
    </Command.Item>
  );
}

/** What came of it, in words: nothing found is not the same as nobody asked. */
function Said({ typed, found, any }: { typed: string; found: ReturnType<typeof useFound>; any: boolean }) {
  const say = useSay();
  const words = found.failed
    ? say("Customers and bookings could not be looked up: the server does not answer. Pages are still here.")
    : found.isLooking && typed.trim().length >= 3
      ? say("Looking")
      : any
        ? ""
        : typed.trim().length < 3
          ? say("Nothing by that name. Customers and bookings are looked for from three letters on.")
          : say("Nothing found for “{typed}”.", { typed: typed.trim() });
  return (
    <p role="status" className={words ? "px-4 py-3 text-quiet" : "sr-only"}>
      {words}
    </p>
  );
}
