"use client";

import { CopyButton } from "@/app/_components/forms/copy-button";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { useSay } from "@/app/_words/use-say";

/** A new key's secret, for the only time. */
export function KeySecret({ secret, onLeave }: { secret: string; onLeave(): void }) {
  const say = useSay();
  return (
    <Dialog
      wide
      open={secret !== ""}
      onClose={onLeave}
      title={say("Copy the key now")}
      about={say(
        "It is not kept here and cannot be shown again. Put it where your program keeps its secrets, and nowhere else.",
      )}
    >
      <p data-secret className="rounded-control border border-line bg-wash p-3 font-mono break-all">
        {secret}
      </p>
      <div className="flex flex-wrap justify-between gap-2">
        <CopyButton text={secret} label={say("Copy")} />
        <Button kind="primary" size="large" onClick={onLeave}>
          {say("I have it")}
        </Button>
      </div>
    </Dialog>
  );
}
