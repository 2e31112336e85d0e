import { memberQuestion } from "@/app/_server/route";
import { listInbox } from "@/lib/payments/list-inbox";

export const GET = memberQuestion("payments.see", listInbox);
