"use client";

import { type ChangeEvent, useRef, useState } from "react";
import { removeFile, type SentFile, sendFile } from "../data/send-file";
import { Avatar } from "../ui/avatar";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { ProblemLine } from "./problem-line";
import { SavedLine } from "./saved-line";
import { SendingLine, type SendingWords } from "./sending-line";
import { smallPicture } from "./small-picture";
import { useHydrated } from "./use-hydrated";

const types = ["image/jpeg", "image/png", "image/webp"];

/** `label` is what it is called. */
export type PhotoWords = SendingWords & {
  add: string;
  change: string;
  remove: string;
  saved: string;
  removed: string;
  /** Why a file is none. */
  notOne: string;
  unreachable: string;
  /** What the server tells. */
  told?(problem: string): string;
};

type Props = {
  name: string;
  version: string | null;
  /** Where it is read, put and deleted. */
  address: string;
  onChanged(): void;
  /** Where it is shown from, if not where it is read. */
  shownAt?: string;
  words: PhotoWords;
  /** Made ready to be sent; as a small square by default. */
  ready?(file: File): Promise<Blob>;
  look?: string;
};

/** Made small in the browser: a phone's picture would be a hundred times what is shown. */
export function PhotoForm({
  name,
  version,
  address,
  onChanged,
  shownAt = address,
  words,
  ready = smallPicture,
  look = "",
}: Props) {
  const hydrated = useHydrated();
  const picker = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<number | null>(null);
  const [told, setTold] = useState({ problem: "", saved: "" });

  const tell = (answer: SentFile, saved: string) => {
    if (!answer.ok) {
      const { title } = answer;
      return setTold({ problem: title === null ? words.unreachable : (words.told ?? String)(title), saved: "" });
    }
    setTold({ problem: "", saved });
    onChanged();
  };
  const choose = async ({ currentTarget: field }: ChangeEvent<HTMLInputElement>) => {
    const file = field.files?.[0];
    // The same file again is a choice, too.
    field.value = "";
    if (!file) return;
    setBusy(true);
    setTold({ problem: "", saved: "" });
    const small = types.includes(file.type) ? await ready(file).catch(() => null) : null;
    if (small) {
      setSent(0);
      tell(await sendFile("PUT", address, small, setSent), words.saved);
      setSent(null);
    } else setTold({ problem: words.notOne, saved: "" });
    setBusy(false);
  };
  const remove = async () => {
    setBusy(true);
    tell(await removeFile(address), words.removed);
    setBusy(false);
  };

  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <Avatar name={name} photo={version && `${shownAt}?v=${version}`} className={cn("size-16 text-lg", look)} />
        <input
          ref={picker}
          type="file"
          aria-label={words.label}
          accept={types.join(",")}
          onChange={choose}
          className="hidden"
        />
        <Button
          className={cn("h-11 px-4", hydrated || "invisible")}
          aria-disabled={busy}
          onClick={() => picker.current?.click()}
        >
          {version ? words.change : words.add}
        </Button>
        {version ? (
          <Button kind="bare" className={cn("h-11", hydrated || "invisible")} aria-disabled={busy} onClick={remove}>
            {words.remove}
          </Button>
        ) : null}
      </div>
      <SendingLine sent={sent} words={words} />
      <ProblemLine>{told.problem}</ProblemLine>
      <SavedLine>{told.saved}</SavedLine>
    </div>
  );
}
