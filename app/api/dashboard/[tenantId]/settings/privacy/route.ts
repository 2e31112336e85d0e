import { memberQuestion } from "@/app/_server/route";
import { getPrivacyNotice } from "@/lib/tenancy/privacy-notice";

/** What customers are told of what the house does with their data. */
export const GET = memberQuestion("settings.see", getPrivacyNotice);
