"use client";

import { Button } from "@/app/_components/ui/button";
import { type Two, useApart } from "./use-apart";

/** They are two, and are not offered as one again. */
export function ApartButton({ pair }: { pair: Two }) {
  const say = useApart();
  return (
    <Button
      className="justify-self-start"
      onClick={() => say(pair, true)}
      aria-label={`Not the same person: ${pair.one.name}`}
    >
      Not the same person
    </Button>
  );
}
