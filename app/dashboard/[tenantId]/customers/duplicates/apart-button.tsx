"use client";

import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { type Two, useApart } from "./use-apart";

/** They are two, and are not offered as one again. */
export function ApartButton({ pair }: { pair: Two }) {
  const say = useSay();
  const tellApart = useApart();
  return (
    <Button
      className="justify-self-start"
      onClick={() => tellApart(pair, true)}
      aria-label={say("Not the same person: {name}", { name: pair.one.name })}
    >
      {say("Not the same person")}
    </Button>
  );
}
