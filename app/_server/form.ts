import "server-only";
import { actionReached } from "@/lib/platform/unread-arguments";

/** Reads a form's fields as text. Whoever can reach an action can call it with something that is no form: that is an empty one. */
export function formText(form: unknown): (name: string) => string {
  actionReached();
  return (name) => {
    const value = form instanceof FormData ? form.get(name) : null;
    return typeof value === "string" ? value : "";
  };
}
