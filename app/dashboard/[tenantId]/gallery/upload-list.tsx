"use client";

import { CircleAlert, CircleCheck, RotateCcw, X } from "lucide-react";
import { Button } from "@/app/_components/ui/button";
import { SentBar } from "@/app/_components/ui/sent-bar";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { Upload } from "./use-uploads";

type Props = { uploads: readonly Upload[]; onAgain(key: number): void; onForget(key: number): void };

const words: Record<Exclude<Upload["state"], "failed">, Phrase> = {
  waiting: phrase("Waits"),
  sending: phrase("Sending"),
  opening: phrase("Almost there"),
  there: phrase("Added"),
};

/** How far each file is. */
export function UploadList({ uploads, onAgain, onForget }: Props) {
  const say = useSay();
  if (uploads.length === 0) return null;
  const there = uploads.filter(({ state }) => state === "there").length;
  const failed = uploads.filter(({ state }) => state === "failed").length;
  return (
    <section aria-label={say("Uploads")} className="grid gap-2 border-b px-4 py-3 md:px-6 xl:pl-8">
      <p role="status" className="text-quiet tabular-nums">
        {failed > 0
          ? say("{there} of {count} added, {failed} did not go through", { there, count: uploads.length, failed })
          : say("{there} of {count} added", { there, count: uploads.length })}
      </p>
      <ul className="grid gap-2">
        {uploads.map((upload) => (
          <Row key={upload.key} upload={upload} onAgain={onAgain} onForget={onForget} />
        ))}
      </ul>
    </section>
  );
}

function Row({
  upload: { key, name, sent, state, problem },
  onAgain,
  onForget,
}: Omit<Props, "uploads"> & { upload: Upload }) {
  const say = useSay();
  if (state === "failed")
    return (
      <li className="flex min-w-0 items-center gap-2">
        <CircleAlert aria-hidden className="size-4 shrink-0 text-danger" />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{name}</span>
          <span className="block text-danger">{problem}</span>
        </span>
        <Button size="icon" kind="bare" aria-label={say("Try {name} again", { name })} onClick={() => onAgain(key)}>
          <RotateCcw aria-hidden />
        </Button>
        <Button size="icon" kind="bare" aria-label={say("Forget {name}", { name })} onClick={() => onForget(key)}>
          <X aria-hidden />
        </Button>
      </li>
    );
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1">
      <span className="truncate">{name}</span>
      <span className="flex items-center gap-1.5 text-quiet">
        {state === "there" ? <CircleCheck aria-hidden className="size-4 text-confirmed" /> : null}
        {say(words[state])}
      </span>
      {state === "there" ? null : <SentBar label={name} sent={sent} className="col-span-2" />}
    </li>
  );
}
