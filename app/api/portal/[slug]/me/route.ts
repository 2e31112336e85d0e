import { customerQuestion } from "@/app/_server/customer-route";

/** Who the customer is here, who entered with phone and code. */
export const GET = customerQuestion("portal.own", async (_scope, { own }) => own);
