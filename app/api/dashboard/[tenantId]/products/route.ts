import { memberQuestion } from "@/app/_server/route";
import { listProducts } from "@/lib/till/products";

export const GET = memberQuestion("till.use", (scope) => listProducts(scope));
