import "server-only";
import { after } from "next/server";
import { log } from "@/lib/platform/log";

/** Does it once the answer is out, so that its time tells nothing; also where the process sleeps between requests. */
export const later = (work: () => Promise<void>): void =>
  after(() => work().catch((error) => log().error({ err: error }, "work after the answer failed")));
