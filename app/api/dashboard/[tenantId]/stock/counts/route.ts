import { memberCommand, memberQuestion } from "@/app/_server/route";
import { stockReply } from "@/app/_server/stock-refused";
import { startCount } from "@/lib/inventory/count-stock";
import { startCountInput } from "@/lib/inventory/input";
import { listCounts } from "@/lib/inventory/list-counts";

export const GET = memberQuestion("stock.keep", (scope) => listCounts(scope));

/** Begins one, or answers with the one that is open. */
export const POST = memberCommand("stock.keep", startCountInput, async (scope) => stockReply(await startCount(scope)));
