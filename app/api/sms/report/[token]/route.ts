import { fromNetwork } from "@/app/_server/sms-route";
import { hearReport } from "@/lib/notifications/hear-report";

/** Africa's Talking posts here what became of an SMS. */
export const POST = fromNetwork(hearReport);
