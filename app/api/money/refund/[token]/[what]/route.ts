import { readJson } from "@/app/_server/read-json";
import { answering, json, notFoundProblem } from "@/app/_server/route";
import { hearResult } from "@/lib/payments/hear-result";
import { addressOf } from "@/lib/platform/client-address";

type Context = { params: Promise<{ token: string; what: string }> };

/** Safaricom posts here what became of a reversal, or that it takes longer. */
export const POST = (request: Request, { params }: Context): Promise<Response> =>
  answering(async () => {
    const { token, what } = await params;
    if (what !== "result" && what !== "timeout") return notFoundProblem();
    const body = await readJson(request);
    if (body instanceof Response) return body;
    const heard = await hearResult(token, body, { kind: what, address: addressOf(request.headers) });
    return heard ? json({ ResultCode: 0, ResultDesc: "Accepted" }) : notFoundProblem();
  });
