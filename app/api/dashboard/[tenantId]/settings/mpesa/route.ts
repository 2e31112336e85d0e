import { memberQuestion } from "@/app/_server/route";
import { getMpesaSettings } from "@/lib/payments/get-mpesa-settings";

export const GET = memberQuestion("payments.manage", getMpesaSettings);
