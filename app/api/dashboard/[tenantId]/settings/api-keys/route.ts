import { memberQuestion } from "@/app/_server/route";
import { listApiKeys } from "@/lib/auth/list-api-keys";

/** The keys that programs act with; no secret is among what is told. */
export const GET = memberQuestion("api_keys.manage", listApiKeys);
