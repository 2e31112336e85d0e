"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import useSWR from "swr";
import type { Message } from "@/lib/conversations/get-thread";
import { formatDayTime, type Language } from "@/lib/platform/format";
import { fetchJson } from "../data/fetch-json";
import { Composer, type ComposerWords } from "./composer";
import { merged } from "./merge";
import { useOutbox } from "./use-outbox";
import { WaitingRow, type WaitingWords } from "./waiting-row";

/** The part of a thread's answer that this shows. */
export type ThreadAnswer = {
  lastSeq: number;
  houseReadSeq: number;
  customerReadSeq: number;
  messages: Message[];
  before: number | null;
};

export type ThreadWords = ComposerWords &
  WaitingWords & { earlier: string; none: string; read: string; signedOut: string; signIn: string };

type Props = {
  address: string;
  /** Whose words wait on this device; see use-outbox. */
  whose: string;
  side: "customer" | "house";
  timeZone: string;
  language: Language;
  /** What the other side is called, and how one's own is where several write for it. */
  other: string;
  words: ThreadWords;
  signInHref: string;
  /** Says when to look again, where nothing else does. */
  listen?: (look: () => void) => () => void;
};

/** What two sides write to each other: read backwards, written at the end, and never lost on the way. */
export function Thread({ address, whose, side, timeZone, language, other, words, signInHref, listen }: Props) {
  const { data, mutate } = useSWR<ThreadAnswer>(address, fetchJson);
  const [shown, setShown] = useState<{ of: ThreadAnswer; kept: Message[]; before: number | null } | null>(null);
  if (data && shown?.of !== data) setShown(joined(shown, data));
  const outbox = useOutbox({ address, whose, onSent: () => void mutate() });
  const look = useEffectEvent(() => void mutate());
  useEffect(() => listen?.(look), [listen]);
  useReading(address, side, data);
  const end = useRef<HTMLDivElement>(null);
  const kept = shown?.kept ?? [];
  const ids = new Set(kept.map(({ id }) => id));
  const waiting = outbox.waiting.filter(({ id }) => !ids.has(id));
  const count = (data?.lastSeq ?? 0) + waiting.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is new is looked at
  useEffect(() => {
    // Its answer is a promise in newer browsers, and no way to take it back.
    void end.current?.scrollIntoView({ block: "nearest" });
  }, [count]);
  const earlier = async () => {
    if (shown?.before == null) return;
    const page = await fetchJson<ThreadAnswer>(`${address}?before=${shown.before}`).catch(() => null);
    if (page) setShown((now) => now && { ...now, before: page.before, kept: merged(page.messages, now.kept) });
  };
  const readByOther = side === "house" ? data?.customerReadSeq : data?.houseReadSeq;
  const lastRead = kept.findLast((one) => one.side === side && one.seq <= (readByOther ?? 0))?.seq;
  return (
    <div className="flex min-h-0 grow flex-col gap-4 bg-inherit">
      <ol aria-label={other} className="grid content-start gap-3">
        {shown?.before != null ? (
          <li className="justify-self-center">
            <button
              type="button"
              onClick={earlier}
              className="h-11 rounded-control border border-line bg-surface px-4 font-medium hover:bg-wash"
            >
              {words.earlier}
            </button>
          </li>
        ) : null}
        {data && kept.length + waiting.length === 0 ? <li className="text-quiet">{words.none}</li> : null}
        {kept.map((message) => (
          <li key={message.seq} className={message.side === side ? "justify-self-end" : "justify-self-start"}>
            <Bubble
              message={message}
              own={message.side === side}
              timeZone={timeZone}
              language={language}
              other={other}
            />
            {message.seq === lastRead ? <p className="text-right text-xs text-quiet">{words.read}</p> : null}
          </li>
        ))}
        {waiting.map((one) => (
          <WaitingRow key={one.id} waiting={one} words={words} again={outbox.again} drop={outbox.drop} />
        ))}
      </ol>
      <div ref={end} />
      {outbox.signedOut ? (
        <p role="alert" className="rounded-panel border border-edge bg-surface p-4">
          {words.signedOut}{" "}
          <a href={signInHref} className="font-medium underline underline-offset-4">
            {words.signIn}
          </a>
        </p>
      ) : null}
      <Composer words={words} write={outbox.write} inApp={side === "house"} />
    </div>
  );
}

const joined = (shown: { kept: Message[]; before: number | null } | null, data: ThreadAnswer) => {
  const kept = merged(shown?.kept ?? [], data.messages);
  const before = kept[0] && kept[0].seq === data.messages[0]?.seq ? data.before : (shown?.before ?? null);
  return { of: data, kept, before };
};

/** What is looked at has been read, on all devices. */
function useReading(address: string, side: "customer" | "house", data: ThreadAnswer | undefined): void {
  const seq = data?.lastSeq ?? 0;
  const mark = (side === "house" ? data?.houseReadSeq : data?.customerReadSeq) ?? 0;
  useEffect(() => {
    if (seq <= mark) return;
    const read = () => {
      if (document.hidden) return;
      const body = JSON.stringify({ seq });
      // Not heard, it is said with the next one.
      fetch(address, { method: "PUT", headers: { "content-type": "application/json" }, body }).catch(() => undefined);
    };
    read();
    document.addEventListener("visibilitychange", read);
    return () => document.removeEventListener("visibilitychange", read);
  }, [address, seq, mark]);
}

type BubbleProps = { message: Message; own: boolean; timeZone: string; language: Language; other: string };

function Bubble({ message: { words, at, by, side }, own, timeZone, language, other }: BubbleProps) {
  return (
    <div className={`max-w-[32rem] rounded-panel px-3.5 py-2.5 ${own ? "bg-accent text-on-accent" : "bg-wash"}`}>
      <p className="break-words whitespace-pre-line">{words}</p>
      <p className={`mt-1 text-xs tabular-nums ${own ? "" : "text-quiet"}`}>
        {side === "house" && by ? `${by} · ` : own ? "" : `${other} · `}
        {formatDayTime(at, timeZone, language)}
      </p>
    </div>
  );
}
