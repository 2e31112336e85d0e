"use client";

import { Thread } from "@/app/_components/conversations/thread";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import { conversationWords } from "@/lib/conversations/words";
import { threadKey } from "../conversation-keys";

/** The house's side; the dashboard's own stream says when to look again. */
export function HouseThread({ id, customerName }: { id: string; customerName: string }) {
  const say = useSay();
  const { tenant, user } = useShell();
  const words = conversationWords[say.language];
  return (
    <div className="flex w-full max-w-200 flex-col bg-inherit">
      <Thread
        address={threadKey(tenant.id, id)}
        whose={`${user.id} ${id}`}
        side="house"
        timeZone={tenant.timeZone}
        language={say.language}
        other={customerName}
        words={{ ...words, none: say("Nothing has been written yet.") }}
        signInHref="/login"
      />
    </div>
  );
}
