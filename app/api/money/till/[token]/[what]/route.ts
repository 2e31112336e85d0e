import { readJson } from "@/app/_server/read-json";
import { answering, json, notFoundProblem } from "@/app/_server/route";
import { hearConfirmation } from "@/lib/payments/hear-confirmation";
import { addressOf } from "@/lib/platform/client-address";
import { tenantOfToken } from "@/lib/tenancy/doors/tenant-of-token";

type Context = { params: Promise<{ token: string; what: string }> };

/** Safaricom posts here what customers pay by typing the till's number: before (to be allowed), and after. */
export const POST = (request: Request, { params }: Context): Promise<Response> =>
  answering(async () => {
    const { token, what } = await params;
    if (what !== "confirmation" && what !== "validation") return notFoundProblem();
    const owner = /^[0-9a-f]{32}$/.test(token) ? await tenantOfToken(token) : null;
    if (owner?.kind !== "mpesa_account") return notFoundProblem();
    const body = await readJson(request);
    if (body instanceof Response) return body;
    if (what === "confirmation") await hearConfirmation(owner.tenantId, body, addressOf(request.headers));
    return json(
      what === "validation" ? { ResultCode: "0", ResultDesc: "Accepted" } : { ResultCode: 0, ResultDesc: "Success" },
    );
  });
