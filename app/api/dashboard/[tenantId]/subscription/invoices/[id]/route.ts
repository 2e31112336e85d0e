import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { isId } from "@/lib/platform/ids";
import { getInvoice } from "@/lib/subscriptions/get-invoice";
import { invoicePdf } from "@/lib/subscriptions/invoice-pdf";

/** An invoice of the platform's as a file. */
export const GET = memberQuestion<{ id: string }>("subscription.see", async (scope, { visitor }, _, { id }) => {
  const found = isId(id) ? await getInvoice(scope, id) : null;
  if (!found?.ok) return notFoundProblem();
  return new Response(Buffer.from(await invoicePdf(found.value, visitor.user.language)), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="invoice-${found.value.number}.pdf"`,
      "cache-control": "no-store",
    },
  });
});
