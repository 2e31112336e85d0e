import { readBytes } from "@/app/_server/read-json";
import { answering, json, notFoundProblem } from "@/app/_server/route";
import { hearCallback, mostCallbackBytes } from "@/lib/payments/hear-callback";
import { addressOf } from "@/lib/platform/client-address";

type Context = { params: Promise<{ token: string }> };

/** Safaricom posts here once what became of a prompt. It is kept and answered; a job reads it. */
export const POST = (request: Request, { params }: Context): Promise<Response> =>
  answering(async () => {
    const body = await readBytes(request, mostCallbackBytes);
    if (body instanceof Response) return body;
    const heard = await hearCallback((await params).token, body, addressOf(request.headers));
    return heard ? json({ ResultCode: 0, ResultDesc: "Accepted" }) : notFoundProblem();
  });
