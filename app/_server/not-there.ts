import "server-only";
import type { NotThere } from "@/lib/customers/gone";

/** Why nothing is done with somebody, in words. */
export function notThereWords(refused: NotThere): string {
  if (refused.refusal === "erased") return "This customer has been erased.";
  if (refused.refusal === "merged") return `This customer is now part of ${refused.into.name}.`;
  return "This customer is no longer here.";
}

export const isNotThere = (refused: { refusal: string }): refused is NotThere =>
  ["unknown_customer", "erased", "merged"].includes(refused.refusal);
