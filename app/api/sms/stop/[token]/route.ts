import { fromNetwork } from "@/app/_server/sms-route";
import { hearStop } from "@/lib/notifications/hear-report";

/** And here, who has answered STOP. */
export const POST = fromNetwork(hearStop);
