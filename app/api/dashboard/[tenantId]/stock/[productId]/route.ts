import { invalid } from "@/app/_server/problem";
import { memberCommand, memberQuestion, notFoundProblem } from "@/app/_server/route";
import { stockReply } from "@/app/_server/stock-refused";
import { getProductStock } from "@/lib/inventory/get-product-stock";
import { adjustAtInput, productStockQuery } from "@/lib/inventory/input";
import { adjustStock } from "@/lib/inventory/receive-stock";
import { fieldErrors } from "@/lib/platform/field-errors";
import { isId } from "@/lib/platform/ids";

type Params = { productId: string };

/** One product that is counted, with what has come and gone. */
export const GET = memberQuestion<Params>("stock.keep", async (scope, _, request, { productId }) => {
  const asked = productStockQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  return (isId(productId) && (await getProductStock(scope, productId, asked.data))) || notFoundProblem();
});

/** Something broke, was used up, or there is another number than there should be. */
export const POST = memberCommand("stock.keep", adjustAtInput, async (scope, _, wish, { productId }: Params) =>
  isId(productId) ? stockReply(await adjustStock(scope, { ...wish, productId })) : notFoundProblem(),
);
