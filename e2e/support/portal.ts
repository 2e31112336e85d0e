import { newPhone } from "./api";
import type { App } from "./test";

/** The portal's entry, as its own page asks. */
export const signUp = (app: App, body: object, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${app.url}/api/auth/customer-signup`, {
    method: "POST",
    headers: { origin: app.url, ...headers },
    body: JSON.stringify(body),
  });

/** The Cookie header of a customer who entered this business's portal with phone and code. */
export async function portalCookie(app: App, slug: string, phone = newPhone()): Promise<string> {
  const sent = await (await signUp(app, { slug, phone })).json();
  const [message] = await app.sql`select body from messages where to_address = ${phone} and template = 'portal-code'
    order by created_at desc limit 1`;
  const answer = await signUp(app, { ...sent, slug, phone, code: String(message?.body).slice(0, 6) });
  return answer.headers.getSetCookie()[0]!.split(";")[0]!;
}
