"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { useUnreadTitle } from "@/app/_components/notifications/use-unread-title";
import { Cross } from "@/app/book/_parts/icons";

/** What may be new: told when its mark is another than when the page was opened. */
export type Sign = { name: "message" | "booking" | "points"; mark: string; words: string; href: string };

type Props = { signs: readonly Sign[]; unread: number; open: string; close: string };

const shownMs = 10_000;

/** Says what has just come while somebody looks at their corner, each once. */
export function News({ signs, unread, open, close }: Props) {
  const [known, setKnown] = useState(signs);
  const [told, setTold] = useState<readonly Sign[]>([]);
  useUnreadTitle(unread);
  const fresh = signs.filter(({ name, mark }) => mark !== known.find((one) => one.name === name)?.mark);
  if (fresh.length > 0) {
    setKnown(signs);
    // Read elsewhere, there is none any more.
    const news = fresh.filter(({ mark }) => mark !== "");
    setTold([...told.filter(({ name }) => !fresh.some((one) => one.name === name)), ...news]);
  }
  useEffect(() => {
    if (told.length === 0) return;
    const timer = setTimeout(() => setTold([]), shownMs);
    return () => clearTimeout(timer);
  }, [told]);
  return (
    <div
      role="status"
      className="fixed inset-x-4 bottom-4 z-20 grid gap-2 empty:hidden sm:right-6 sm:left-auto sm:w-88"
    >
      {told.map(({ name, words, href }) => (
        <div
          key={name}
          data-news={name}
          className="flex items-center gap-2 rounded-panel border border-edge bg-surface py-1 pr-1 pl-4 shadow-float"
        >
          <span className="min-w-0 grow font-medium break-words">{words}</span>
          <Link
            href={href}
            prefetch={false}
            onClick={() => setTold([])}
            className="inline-flex h-11 shrink-0 items-center px-2 underline decoration-edge underline-offset-4"
          >
            {open}
          </Link>
          <button
            type="button"
            aria-label={close}
            onClick={() => setTold(told.filter((one) => one.name !== name))}
            className="grid size-11 shrink-0 place-items-center rounded-control text-quiet hover:bg-wash"
          >
            <Cross />
          </button>
        </div>
      ))}
    </div>
  );
}
