import { invalid } from "@/app/_server/problem";
import { memberCommand, memberQuestion } from "@/app/_server/route";
import { stockReply } from "@/app/_server/stock-refused";
import { receiveInput, stockQuery } from "@/lib/inventory/input";
import { listStock } from "@/lib/inventory/list-stock";
import { receiveStock } from "@/lib/inventory/receive-stock";
import { fieldErrors } from "@/lib/platform/field-errors";

/** What there is on the shelf; `low=yes` for what runs low alone. */
export const GET = memberQuestion("stock.keep", async (scope, _, request) => {
  const asked = stockQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? listStock(scope, asked.data) : invalid(fieldErrors(asked.error));
});

/** Something came in. */
export const POST = memberCommand("stock.keep", receiveInput, async (scope, _, wish) =>
  stockReply(await receiveStock(scope, wish), 201),
);
