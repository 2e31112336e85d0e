"use client";

import { Ban } from "lucide-react";
import { type CSSProperties, useState } from "react";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { useSay } from "@/app/_words/use-say";
import type { CalendarBlock } from "@/lib/bookings/calendar";
import { timeOffWords } from "@/lib/staff/time-off-words";
import { useUnblock } from "../my-day/use-block";
import { iso } from "./iso";

/** `who` where it does not stand in a column of theirs. */
type Props = { block: CalendarBlock; who?: string | undefined; className: string; style?: CSSProperties };

/** Time that somebody keeps for something else; taken off from here, too. */
export function BlockView({ block, who, className, style }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const [open, setOpen] = useState(false);
  const unblock = useUnblock();
  const when = timeOffWords(iso(block.from), iso(block.to), tenant.timeZone, say.language);
  return (
    <>
      <button
        type="button"
        data-block={block.id}
        aria-label={say("Blocked: {reason}, {when}", { reason: block.reason, when })}
        onClick={() => setOpen(true)}
        style={style}
        className={className}
      >
        <Ban aria-hidden className="mt-0.5 size-3 shrink-0" />
        <span className="min-w-0 truncate">
          {who === undefined ? "" : `${when}, ${who}: `}
          {block.reason}
        </span>
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={say("Blocked")} about={when}>
        <p className="break-words">{block.reason}</p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button size="large" kind="bare" onClick={() => setOpen(false)}>
            {say("Leave it")}
          </Button>
          <Button
            size="large"
            onClick={async () => {
              if (await unblock(block.id)) setOpen(false);
            }}
          >
            {say("Take it off")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
