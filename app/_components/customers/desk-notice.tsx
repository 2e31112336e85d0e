"use client";

import { useSay } from "@/app/_words/use-say";
import { useShell } from "../shell/shell-context";

/** For whoever asks a customer for their number: what to say, and where the rest is written. */
export function DeskNotice({ use }: { use?: string }) {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <p className="-mt-3 text-sm text-quiet">
      {say.rich("Tell them what it is for: {use}. <notice>Privacy notice</notice>", {
        use: use ?? say("to expect and reach them"),
        notice: (chunks) => (
          <a
            href={`/book/${tenant.slug}/privacy`}
            target="_blank"
            rel="noreferrer"
            className="whitespace-nowrap underline underline-offset-4"
          >
            {chunks}
          </a>
        ),
      })}
    </p>
  );
}
