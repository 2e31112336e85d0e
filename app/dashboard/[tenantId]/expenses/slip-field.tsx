"use client";

import { Camera } from "lucide-react";
import { type ChangeEvent, useRef, useState } from "react";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { readablePicture } from "@/app/_components/forms/readable-picture";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { mostSlipBytes } from "@/lib/expenses/rules";

type Props = { word: string; busy?: boolean; onPicked(picture: Blob): void };

/** The slip, straight from the phone's camera or from a file. Made small before it is sent. */
export function SlipField({ word, busy = false, onPicked }: Props) {
  const say = useSay();
  const picker = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState("");
  const choose = async ({ currentTarget: field }: ChangeEvent<HTMLInputElement>) => {
    const file = field.files?.[0];
    // The same file again is a choice, too.
    field.value = "";
    if (!file) return;
    const picture = await readablePicture(file, mostSlipBytes).catch(() => null);
    setProblem(picture ? "" : say("That is not a picture we can use. Take a photo, or choose a JPEG, PNG or WebP."));
    if (picture) onPicked(picture);
  };
  return (
    <div className="grid gap-2 justify-items-start">
      <input
        ref={picker}
        type="file"
        aria-label={say("Photo of the slip")}
        accept="image/jpeg,image/png,image/webp"
        capture="environment"
        onChange={choose}
        className="hidden"
      />
      <Button size="large" aria-disabled={busy} onClick={() => picker.current?.click()}>
        <Camera aria-hidden />
        {word}
      </Button>
      <ProblemLine>{problem}</ProblemLine>
    </div>
  );
}
