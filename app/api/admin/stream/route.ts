import { noHead, streamAnswer } from "@/app/_server/stream-route";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";

export const dynamic = "force-dynamic";
/** Streams end themselves before the host's limit. */
export const maxDuration = 300;

export const HEAD = noHead;

/** What happens to the platform itself, for its admins. */
export const GET = (request: Request) => streamAnswer(request, { tenantId: platformTenantId });
