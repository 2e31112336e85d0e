"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { Dialog } from "@/app/_components/ui/dialog";
import { useSay } from "@/app/_words/use-say";
import { SortOut } from "./sort-out";

const SortOutContext = createContext<(ids: readonly string[]) => void>(() => {});

/** Asks what becomes of these bookings. It outlives the form that made the change, which may close with it. */
export const useAskSortOut = () => useContext(SortOutContext);

export function SortOutProvider({ children }: { children: ReactNode }) {
  const say = useSay();
  const [ids, setIds] = useState<readonly string[]>([]);
  const close = () => setIds([]);
  return (
    <SortOutContext value={setIds}>
      {children}
      <Dialog
        open={ids.length > 0}
        onClose={close}
        wide
        title={say("What becomes of these bookings?")}
        about={say("It is done. They stay as booked until you move them or their customers choose another time.")}
      >
        <SortOut key={ids.join()} ids={ids} onDone={close} />
      </Dialog>
    </SortOutContext>
  );
}
