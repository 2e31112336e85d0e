import { memberQuestion } from "@/app/_server/route";
import { getMissYouFacts } from "@/lib/campaigns/miss-you";

/** How whom the house misses is written to, and what came of it lately. */
export const GET = memberQuestion("campaigns.manage", getMissYouFacts);
