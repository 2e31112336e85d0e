"use client";

import { useCallback, useRef } from "react";
import { SWRConfig } from "swr";
import { Thread, type ThreadAnswer } from "@/app/_components/conversations/thread";
import { listen, type Shown } from "@/app/book/_parts/listen";
import { conversationWords } from "@/lib/conversations/words";

type Props = {
  slug: string;
  house: string;
  timeZone: string;
  language: "en" | "sw";
  whose: string;
  since: number;
  first: ThreadAnswer;
};

/** The customer's side of the conversation, level with the house's. */
export function Messages({ slug, house, timeZone, language, whose, since, first }: Props) {
  const address = `/api/portal/${slug}/conversations`;
  const shown = useRef<Shown>({ since, days: null });
  const hear = useCallback(
    (look: () => void) => {
      // What was read before the line broke is asked for again when it is back.
      const looked = () => {
        shown.current = { since: Date.now(), days: null };
        look();
      };
      return listen(`/api/portal/${slug}/stream`, shown, looked);
    },
    [slug],
  );
  const words = conversationWords[language];
  return (
    <SWRConfig value={{ fallback: { [address]: first } }}>
      <Thread
        address={address}
        whose={whose}
        side="customer"
        timeZone={timeZone}
        language={language}
        other={house}
        words={{ ...words, none: words.none(house) }}
        signInHref={`/portal/${slug}/sign-in`}
        listen={hear}
      />
    </SWRConfig>
  );
}
