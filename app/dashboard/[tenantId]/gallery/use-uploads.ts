"use client";

import { useRef, useState } from "react";
import { sendFile } from "@/app/_components/data/send-file";
import { readablePicture } from "@/app/_components/forms/readable-picture";
import { phrase } from "@/app/_words/phrase";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { mostPictureBytes, pictureTypes } from "@/lib/gallery/rules";

export type Upload = {
  key: number;
  name: string;
  /** How much of it has reached the server, of one; then it is being opened there. */
  sent: number;
  state: "waiting" | "sending" | "opening" | "there" | "failed";
  problem: string;
};

type Kept = { file: File; address: string };

/** So many at once: a phone's line is full with two. */
const atOnce = 2;
const notOne = phrase("Not a picture we can use. Choose a JPEG, PNG or WebP.");
const unreachable = phrase("It did not reach the server.");

/** Sends files one beside the other and says of each how far it is; what failed may be tried again. */
export function useUploads(onAdded: () => void) {
  const say = useSay();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const kept = useRef(new Map<number, Kept>());
  const line = useRef<number[]>([]);
  const running = useRef(0);
  const last = useRef(0);
  const set = (key: number, to: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));

  const next = (): void => {
    const key = running.current < atOnce ? line.current.shift() : undefined;
    if (key === undefined) return;
    running.current += 1;
    void sendOne(say, kept.current.get(key)!, (to) => set(key, to)).then((there) => {
      running.current -= 1;
      if (there) {
        kept.current.delete(key);
        onAdded();
      }
      next();
    });
    next();
  };
  const add = (files: readonly File[], address: string) => {
    const fresh = files.map((file) => {
      const key = ++last.current;
      kept.current.set(key, { file, address });
      return { key, name: file.name, sent: 0, state: "waiting" as const, problem: "" };
    });
    // What went well before has been seen.
    setUploads((all) => [...all.filter(({ state }) => state !== "there"), ...fresh]);
    line.current.push(...fresh.map(({ key }) => key));
    next();
  };
  const again = (key: number) => {
    set(key, { state: "waiting", sent: 0, problem: "" });
    line.current.push(key);
    next();
  };
  const forget = (key: number) => {
    kept.current.delete(key);
    setUploads((all) => all.filter((one) => one.key !== key));
  };
  return { uploads, add, again, forget };
}

async function sendOne(say: Say, { file, address }: Kept, tell: (to: Partial<Upload>) => void): Promise<boolean> {
  const failed = (problem: string) => {
    tell({ state: "failed", problem });
    return false;
  };
  if (!pictureTypes.split(",").includes(file.type)) return failed(say(notOne));
  // Larger than the server takes: made smaller here, as it will be there.
  const picture =
    file.size <= mostPictureBytes ? file : await readablePicture(file, mostPictureBytes).catch(() => null);
  if (!picture) return failed(say(notOne));
  tell({ state: "sending" });
  const answer = await sendFile("POST", address, picture, (sent) =>
    tell({ sent, ...(sent === 1 ? { state: "opening" } : {}) }),
  );
  if (!answer.ok) return failed(answer.title === null ? say(unreachable) : say.known(answer.title));
  tell({ state: "there", sent: 1 });
  return true;
}
