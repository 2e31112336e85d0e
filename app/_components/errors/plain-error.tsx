"use client";

import { useSyncExternalStore } from "react";
import { PlainPage, plainButton } from "../plain-page";
import { homeOf } from "./home-of";
import { useGonePart } from "./use-gone-part";
import { errorWords } from "./words";

/** `retry` asks the server once more; what it has answered before is not drawn again. */
export type ErrorProps = { error: Error & { digest?: string }; retry(): void };

const never = () => () => {};

/** A page that failed, in the language of the one that it was; the number is all that is told of why. */
export function PlainError({ error, retry }: ErrorProps) {
  useGonePart(error);
  const language = useSyncExternalStore(
    never,
    () => document.documentElement.lang,
    () => "en",
  );
  const home = useSyncExternalStore(
    never,
    () => homeOf(window.location.pathname),
    () => "/",
  );
  const words = errorWords[language === "sw" ? "sw" : "en"];
  return (
    <PlainPage
      title={words.wrong}
      why={[words.ours, error.digest && words.number(error.digest)].filter(Boolean).join(" ")}
    >
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <button type="button" onClick={retry} className={plainButton}>
          {words.again}
        </button>
        {/* A whole new page: what failed may lie above this one. */}
        <a href={home} className="inline-flex min-h-11 items-center underline underline-offset-4">
          {words.home}
        </a>
      </div>
    </PlainPage>
  );
}
