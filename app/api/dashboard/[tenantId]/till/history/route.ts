import { memberQuestion } from "@/app/_server/route";
import { listCloses } from "@/lib/till/list-closes";

/** The last days with money in them. */
export const GET = memberQuestion("day.close", async (scope) => ({ days: await listCloses(scope) }));
