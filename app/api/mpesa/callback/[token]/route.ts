import { later } from "@/app/_server/later";
import { readBytes } from "@/app/_server/read-json";
import { answering, json, notFoundProblem } from "@/app/_server/route";
import { hearCallback, mostCallbackBytes, readHeard } from "@/lib/payments/hear-callback";
import { addressOf } from "@/lib/platform/client-address";

type Context = { params: Promise<{ token: string }> };

/** Safaricom posts here once what became of a prompt. It is kept, answered, and read afterwards. */
export const POST = (request: Request, { params }: Context): Promise<Response> =>
  answering(async () => {
    const body = await readBytes(request, mostCallbackBytes);
    if (body instanceof Response) return body;
    const heard = await hearCallback((await params).token, body, addressOf(request.headers));
    if (!heard) return notFoundProblem();
    later(() => readHeard(heard));
    return json({ ResultCode: 0, ResultDesc: "Accepted" });
  });
