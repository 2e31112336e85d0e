"use client";

import { type FormEvent, type KeyboardEvent, useId, useState } from "react";
import { mostWords } from "@/lib/conversations/rules";

export type ComposerWords = { label: string; send: string };

type Props = {
  words: ComposerWords;
  write(words: string): void;
  /** On phones it stands above the bar of the app. */
  inApp: boolean;
};

/** Where one writes. Enter sends where there is a keyboard; on a phone it begins a line. */
export function Composer({ words, write, inApp }: Props) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const send = (event: FormEvent) => {
    event.preventDefault();
    const said = typed.trim();
    if (said === "") return;
    write(said);
    setTyped("");
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const types = event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing;
    if (types && window.matchMedia("(pointer: fine)").matches) send(event);
  };
  return (
    <form
      onSubmit={send}
      className={`sticky mt-auto flex items-end gap-2 border-t border-line bg-inherit py-3 ${
        inApp
          ? "bottom-[calc(3.5rem+env(safe-area-inset-bottom))] lg:bottom-0"
          : "bottom-0 pb-[max(0.75rem,env(safe-area-inset-bottom))]"
      }`}
    >
      <div className="min-w-0 grow">
        <label htmlFor={id} className="sr-only">
          {words.label}
        </label>
        <textarea
          id={id}
          rows={2}
          maxLength={mostWords}
          value={typed}
          placeholder={words.label}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={onKeyDown}
          className="block w-full resize-none rounded-control border border-edge bg-surface px-3 py-2 text-md text-ink placeholder:text-quiet"
        />
      </div>
      <button
        type="submit"
        className="inline-flex h-11 shrink-0 items-center justify-center rounded-control bg-accent px-5 font-medium text-on-accent hover:bg-accent-strong"
      >
        {words.send}
      </button>
    </form>
  );
}
