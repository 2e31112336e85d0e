import { expect, type Page } from "@playwright/test";
import type { App } from "./test";

/** The proofs of this person's sign-ins are too old to count. */
export const longAgo = (app: App, email: string) =>
  app.sql`update sessions set proved_at = now() - interval '11 minutes'
    where user_id = (select id from users where email = ${email})`;

/** Gives the password when the page asks for a proof. */
export async function showIt(page: Page) {
  const dialog = page.getByRole("dialog", { name: "Is it you?" });
  await dialog.getByLabel("Your password").fill("demo-clientpulse");
  await dialog.getByRole("button", { name: "It is me" }).click();
  await expect(dialog).toBeHidden();
}
