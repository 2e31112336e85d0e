"use client";

import { useEffect, useRef } from "react";
import { CopyButton } from "@/app/_components/forms/copy-button";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";

export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept(): void }) {
  const say = useSay();
  const title = useRef<HTMLHeadingElement>(null);
  // It takes the place of the form that was in use.
  useEffect(() => title.current?.focus(), []);
  return (
    <div className="grid gap-4">
      <div className="grid gap-1">
        <h3 ref={title} tabIndex={-1} className="font-semibold outline-none">
          {say("Keep these recovery codes")}
        </h3>
        <p className="text-quiet">
          {say(
            "Each lets you in once when your phone is lost. They are shown only now: print them or put them where you keep your passwords.",
          )}
        </p>
      </div>
      <ul className="grid grid-cols-1 gap-x-6 gap-y-1 rounded-panel border bg-surface px-4 py-3 font-mono tabular-nums min-[360px]:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <CopyButton text={codes.join("\n")} label={say("Copy all")} />
        <Button kind="primary" className="h-11 px-4" onClick={onKept}>
          {say("I have kept them")}
        </Button>
      </div>
    </div>
  );
}
