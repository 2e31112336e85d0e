import { optOutLink } from "@/lib/customers/opt-out";
import type { OutgoingMessage } from "./queue-message";

/** The words as they go: advertising says by itself how to stop it, whoever wrote it. */
export function withWayOut({
  purpose,
  customerId,
  body,
  channel,
}: Pick<OutgoingMessage, "purpose" | "customerId" | "body" | "channel">): string {
  if (purpose !== "marketing" || !customerId) return body;
  return `${body}${channel === "email" ? "\n\n" : " "}Stop: ${optOutLink(customerId)}`;
}
