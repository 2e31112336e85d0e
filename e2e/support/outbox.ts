import { makeLogin } from "@/db/testing/login";
import type { OutboxMessage } from "@/lib/admin/list-outbox";
import { type App, expect } from "./test";

/** The newest message to somebody that says `words`; waits for it. */
export async function messageTo(app: App, to: string, words: RegExp): Promise<OutboxMessage> {
  let found: OutboxMessage | undefined;
  await expect
    .poll(async () => {
      const answer = await fetch(`${app.url}/api/dev/outbox?to=${encodeURIComponent(to)}`);
      found = ((await answer.json()) as OutboxMessage[]).find(({ body }) => words.test(body));
      return found !== undefined;
    })
    .toBe(true);
  return found!;
}

export const codeTo = async (app: App, to: string): Promise<string> =>
  /\d{6}/.exec((await messageTo(app, to, /is your ClientPulse code/)).body)![0];

/** Somebody whom no other test knows, with the demo's password: of the first business unless another is meant. */
export async function addLogin(app: App, role = "manager", tenantId = app.tenants.amani) {
  const login = await makeLogin(app.sql, { password: "demo-clientpulse" });
  await app.sql`insert into members (tenant_id, user_id, role) values (${tenantId}, ${login.id}, ${role})`;
  return login;
}
