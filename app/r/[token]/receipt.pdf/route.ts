import { languageHere } from "@/app/_server/language";
import { answering, notFoundProblem } from "@/app/_server/route";
import { getReceipt } from "@/lib/till/get-receipt";
import { receiptPdf } from "@/lib/till/receipt-pdf";
import { readSize } from "@/lib/till/rules";

type Context = { params: Promise<{ token: string }> };

/** The receipt as a file; whoever holds the link may have it. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  answering(async () => {
    const receipt = await getReceipt((await params).token);
    if (!receipt) return notFoundProblem();
    const file = await receiptPdf(
      receipt,
      readSize(new URL(request.url).searchParams.get("size")),
      await languageHere(),
    );
    return new Response(Buffer.from(file), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `attachment; filename="receipt-${receipt.sale.number}.pdf"`,
        "cache-control": "no-store",
        "x-robots-tag": "noindex",
      },
    });
  });
