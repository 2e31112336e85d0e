"use client";

import { useState } from "react";
import { useSay } from "@/app/_words/use-say";
import { cn } from "../ui/cn";
import { Field } from "../ui/field";
import { useHydrated } from "./use-hydrated";

type Props = { name: string; label: string; error?: string | undefined; autoFocus?: boolean };

/** Typed once, since it can be looked at. */
export function NewPasswordField({ name, label, error, autoFocus }: Props) {
  const say = useSay();
  const [shown, setShown] = useState(false);
  // Its place is kept, so that nothing below it moves.
  const hydrated = useHydrated();
  return (
    <div className="grid gap-2">
      <Field
        name={name}
        label={label}
        help={say("At least 10 characters. Three or four words of your own are easy to keep and hard to guess.")}
        error={error}
        type={shown ? "text" : "password"}
        autoComplete="new-password"
        autoFocus={autoFocus ?? false}
        required
      />
      <label className={cn("flex min-h-8 items-center gap-2 justify-self-start", hydrated || "invisible")}>
        <input
          type="checkbox"
          checked={shown}
          onChange={(event) => setShown(event.currentTarget.checked)}
          className="size-4 accent-accent"
        />
        {say("Show what I type")}
      </label>
    </div>
  );
}
