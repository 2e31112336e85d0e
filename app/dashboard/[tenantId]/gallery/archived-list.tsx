"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import type { ActionAnswer } from "@/app/_server/action";
import { useSay } from "@/app/_words/use-say";
import type { ArchivedPicture } from "@/lib/gallery/list-pictures";
import { pictureWords } from "@/lib/gallery/rules";
import { formatDayTime } from "@/lib/platform/format";
import { changeIt, takeOut } from "./actions";

/** What was put away: back, or out for good. It is shown to nobody, so it stands here in words alone. */
export function ArchivedList({ archived }: { archived: readonly ArchivedPicture[] }) {
  const say = useSay();
  if (archived.length === 0) return null;
  return (
    <details className="mt-8 border-t px-4 pt-3 md:px-6 xl:pl-8">
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-medium">
        {say("Put away ({count})", { count: archived.length })}
      </summary>
      <ul className="divide-y border-y">
        {archived.map((picture) => (
          <Row key={picture.id} picture={picture} />
        ))}
      </ul>
    </details>
  );
}

function Row({ picture }: { picture: ArchivedPicture }) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("gallery");
  const [sure, setSure] = useState(false);
  const words = pictureWords(picture, say.language) || say("A picture without a title");
  const go = async (work: (tenantId: string) => Promise<ActionAnswer<unknown>>, done: string) => {
    const answer = await act(work);
    if (answer.ok) toast(done);
    else toast.error(answer.problem);
    setSure(false);
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-(--row)">
      <span className="grid min-w-40 flex-1">
        <span className="font-medium">{words}</span>
        <span className="text-quiet tabular-nums">
          {formatDayTime(picture.archivedAt, tenant.timeZone, say.language)}
        </span>
      </span>
      <span className="flex flex-wrap gap-2">
        <Button
          aria-label={say("Put {words} back", { words })}
          onClick={() =>
            go((tenantId) => changeIt(tenantId, { id: picture.id, to: { archived: false } }), say("It is back"))
          }
        >
          {say("Put back")}
        </Button>
        <Button
          kind="bare"
          aria-label={say("Delete {words} for good", { words })}
          onClick={() =>
            sure ? go((tenantId) => takeOut(tenantId, { id: picture.id }), say("It is gone for good")) : setSure(true)
          }
        >
          {sure ? say("Yes, for good") : say("Delete")}
        </Button>
      </span>
    </li>
  );
}
