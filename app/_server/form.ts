import "server-only";
import { headers } from "next/headers";
import { actionReached } from "@/lib/platform/unread-arguments";

/** Reads a form's fields as text. Whoever can reach an action can call it with something that is no form: that is an empty one. */
export function formText(form: unknown): (name: string) => string {
  actionReached();
  return (name) => {
    const value = form instanceof FormData ? form.get(name) : null;
    return typeof value === "string" ? value : "";
  };
}

/** Whether this page answers a form that was sent without a script: what was typed stands in it still. */
export const answersForm = async (): Promise<boolean> =>
  /^(multipart\/form-data|application\/x-www-form-urlencoded)/.test((await headers()).get("content-type") ?? "");
