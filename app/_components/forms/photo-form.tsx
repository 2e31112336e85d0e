"use client";

import { type ChangeEvent, useRef, useState } from "react";
import { Avatar } from "../ui/avatar";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { ProblemLine } from "./problem-line";
import { SavedLine } from "./saved-line";
import { smallPicture } from "./small-picture";
import { useHydrated } from "./use-hydrated";

const types = ["image/jpeg", "image/png", "image/webp"];

export type PhotoWords = {
  /** What it is called. */
  label: string;
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
  const [told, setTold] = useState({ problem: "", saved: "" });

  const send = async (method: "PUT" | "DELETE", saved: string, body?: Blob) => {
    try {
      const answer = await fetch(address, { method, ...(body ? { body } : {}) });
      if (!answer.ok)
        return setTold({
          problem: (words.told ?? String)(((await answer.json()) as { title: string }).title),
          saved: "",
        });
      setTold({ problem: "", saved });
      onChanged();
    } catch {
      setTold({ problem: words.unreachable, saved: "" });
    }
  };
  const choose = async ({ currentTarget: field }: ChangeEvent<HTMLInputElement>) => {
    const file = field.files?.[0];
    // The same file again is a choice, too.
    field.value = "";
    if (!file) return;
    setBusy(true);
    const small = types.includes(file.type) ? await ready(file).catch(() => null) : null;
    if (small) await send("PUT", words.saved, small);
    else setTold({ problem: words.notOne, saved: "" });
    setBusy(false);
  };
  const remove = async () => {
    setBusy(true);
    await send("DELETE", words.removed);
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
      <ProblemLine>{told.problem}</ProblemLine>
      <SavedLine>{told.saved}</SavedLine>
    </div>
  );
}
