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
const notOne = "That is not a picture we can use. Choose a JPEG, PNG or WebP.";
const unreachable = "We could not reach the server. Check your connection and try again.";

type Props = {
  name: string;
  version: string | null;
  /** Where it is read, put and deleted. */
  address: string;
  /** "Your", "Njeri’s" */
  whose: string;
  onChanged(): void;
  /** Where it is shown from, if not where it is read. */
  shownAt?: string;
  /** What it is called. */
  what?: string;
  /** Made ready to be sent; as a small square by default. */
  ready?(file: File): Promise<Blob>;
  look?: string;
};

/** Made small in the browser: a phone's picture would be a hundred times what is shown. */
export function PhotoForm({
  name,
  version,
  address,
  whose,
  onChanged,
  shownAt = address,
  what = "photo",
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
      if (!answer.ok) return setTold({ problem: ((await answer.json()) as { title: string }).title, saved: "" });
      setTold({ problem: "", saved });
      onChanged();
    } catch {
      setTold({ problem: unreachable, saved: "" });
    }
  };
  const choose = async ({ currentTarget: field }: ChangeEvent<HTMLInputElement>) => {
    const file = field.files?.[0];
    // The same file again is a choice, too.
    field.value = "";
    if (!file) return;
    setBusy(true);
    const small = types.includes(file.type) ? await ready(file).catch(() => null) : null;
    if (small) await send("PUT", `${whose} ${what} is saved.`, small);
    else setTold({ problem: notOne, saved: "" });
    setBusy(false);
  };
  const remove = async () => {
    setBusy(true);
    await send("DELETE", `${whose} ${what} is removed.`);
    setBusy(false);
  };

  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <Avatar name={name} photo={version && `${shownAt}?v=${version}`} className={cn("size-16 text-lg", look)} />
        <input
          ref={picker}
          type="file"
          aria-label={what.charAt(0).toUpperCase() + what.slice(1)}
          accept={types.join(",")}
          onChange={choose}
          className="hidden"
        />
        <Button
          className={cn("h-11 px-4", hydrated || "invisible")}
          aria-disabled={busy}
          onClick={() => picker.current?.click()}
        >
          {version ? `Change ${what}` : `Add a ${what}`}
        </Button>
        {version ? (
          <Button kind="bare" className={cn("h-11", hydrated || "invisible")} aria-disabled={busy} onClick={remove}>
            Remove {what}
          </Button>
        ) : null}
      </div>
      <ProblemLine>{told.problem}</ProblemLine>
      <SavedLine>{told.saved}</SavedLine>
    </div>
  );
}
