import { isUnavailable } from "@/db/errors";
import { sessionIdOf } from "@/lib/auth/session-cookie";
import { userOfSession } from "@/lib/auth/sessions";
import { isId } from "@/lib/platform/ids";
import { type Right, rightsOf } from "@/lib/tenancy/doors/rights";

export type Refusal = { status: 401 | 404 | 429 | 503; text: string };

const noSession: Refusal = { status: 401, text: "sign in first" };
/** The same for another's tenant and for one that does not exist. */
const notFound: Refusal = { status: 404, text: "not found" };
const unavailable: Refusal = { status: 503, text: "come back in a moment" };

/** Who may open a tenant's stream. One question for both doors; any doubt is a refusal. */
export async function authorize(cookie: string | null | undefined, tenantId: string): Promise<Right | Refusal> {
  const sessionId = await sessionIdOf(cookie);
  if (!sessionId) return noSession;
  try {
    const [right] = isId(tenantId) ? await rightsOf([{ sessionId, tenantId }]) : [];
    if (right) return right;
    return (await userOfSession(sessionId)) ? notFound : noSession;
  } catch (error) {
    if (isUnavailable(error)) return unavailable;
    throw error;
  }
}
