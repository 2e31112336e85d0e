import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { singleton } from "@/lib/platform/singleton";
import { ring } from "@/lib/realtime/doorbell";

type Follow = (tenantId: string) => void;

const hook = () => singleton("after-commit", () => ({ follow: undefined as Follow | undefined }));

/** Serverless only: what runs a transaction's reactions once the answer is out, since no worker is there to do it. */
export function onCommit(follow: Follow): void {
  hook().follow = follow;
}

/** Outside the transaction. Whatever is lost here the poll and the worker's sweep find again. */
export async function afterCommit(tenantId: string, seq: number): Promise<void> {
  const rung = ring(tenantId, seq);
  if (env().RUNTIME === "serverless") {
    // The process may be frozen once the answer is out.
    await rung;
    try {
      hook().follow?.(tenantId);
    } catch (error) {
      // It is committed, whatever happens here: the cron finds what was to follow.
      log().warn({ err: error }, "reactions left to the cron");
    }
  }
}
