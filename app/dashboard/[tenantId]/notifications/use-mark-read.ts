"use client";

import { toast } from "sonner";
import { useSWRConfig } from "swr";
import { apiBase, isTouched } from "@/app/_components/data/keys";
import { useSay } from "@/app/_words/use-say";
import type { MarkRead } from "@/lib/notifications/input";
import type { NotificationPage } from "@/lib/notifications/list-notifications";
import { markRead } from "./actions";
import { readIn } from "./read-in";

const area = new Set(["notifications"]);

/** Marks on the screen first, then on the server; should that fail, the screen goes back to what the server knows. */
export function useMarkRead(tenantId: string): (what: MarkRead) => Promise<void> {
  const say = useSay();
  const { mutate } = useSWRConfig();
  return async (what) => {
    const lists = (key: unknown) => isTouched(key, apiBase(tenantId), area);
    await mutate(lists, (page?: NotificationPage) => page && readIn(page, what), { revalidate: false });
    try {
      const { ok } = await markRead(tenantId, what);
      if (!ok) throw new Error("not marked");
    } catch {
      toast(say("That did not reach the server"), { description: say("Nothing was marked. Please try again.") });
    }
    await mutate(lists);
  };
}
