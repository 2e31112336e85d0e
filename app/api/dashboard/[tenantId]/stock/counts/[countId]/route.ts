import { memberCommand, memberQuestion, notFoundProblem } from "@/app/_server/route";
import { stockReply } from "@/app/_server/stock-refused";
import { countProduct } from "@/lib/inventory/count-stock";
import { getCount } from "@/lib/inventory/get-count";
import { countLineAtInput } from "@/lib/inventory/input";
import { isId } from "@/lib/platform/ids";

type Params = { countId: string };

export const GET = memberQuestion<Params>(
  "stock.keep",
  async (scope, _, __, { countId }) => (isId(countId) && (await getCount(scope, countId))) || notFoundProblem(),
);

/** So many of a product lie there. */
export const POST = memberCommand("stock.keep", countLineAtInput, async (scope, _, line, { countId }: Params) =>
  isId(countId) ? stockReply(await countProduct(scope, { ...line, countId })) : notFoundProblem(),
);
