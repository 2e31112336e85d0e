"use client";

import { toast } from "sonner";
import { useSWRConfig } from "swr";
import { apiBase, isTouched } from "@/app/_components/data/keys";
import type { NotificationPage } from "@/lib/notifications/list-notifications";
import { markRead } from "./actions";
import { readIn } from "./read-in";

const area = new Set(["notifications"]);

/** Marks on the screen first, then on the server; should that fail, the screen goes back to what the server knows. */
export function useMarkRead(tenantId: string): (ids: string[] | "all") => Promise<void> {
  const { mutate } = useSWRConfig();
  return async (ids) => {
    const lists = (key: unknown) => isTouched(key, apiBase(tenantId), area);
    await mutate(lists, (page?: NotificationPage) => page && readIn(page, ids), { revalidate: false });
    try {
      const { ok } = await markRead(tenantId, ids);
      if (!ok) throw new Error("not marked");
    } catch {
      toast("That did not reach the server", { description: "Nothing was marked. Please try again." });
    }
    await mutate(lists);
  };
}
