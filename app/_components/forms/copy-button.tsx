"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useSay } from "@/app/_words/use-say";
import { Button } from "../ui/button";

/** Puts a text on the clipboard; without https or permission there is none, and the text beside it is copied by hand. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const say = useSay();
  const [done, setDone] = useState<"copied" | "refused" | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone("copied");
    } catch {
      setDone("refused");
    }
  };
  return (
    <span className="inline-flex items-center gap-2">
      <Button onClick={copy}>
        {done === "copied" ? <Check aria-hidden /> : <Copy aria-hidden />}
        {label}
      </Button>
      <span role="status" className="text-quiet empty:hidden">
        {done === "copied" ? say("Copied") : done === "refused" ? say("Copy it by hand") : null}
      </span>
    </span>
  );
}
