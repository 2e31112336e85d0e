import { memberQuestion } from "@/app/_server/route";
import { groupsOf } from "@/lib/customers/groups";

/** Ours and the house's own, each with how many are in it now. */
export const GET = memberQuestion("customers.manage", groupsOf);
