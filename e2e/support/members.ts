import { newId, sha256 } from "@/lib/platform/ids";
import type { Member } from "./house";
import type { House } from "./realtime";
import type { App } from "./test";

/** The link of the newest message to this address, as the outbox has it. */
export async function linkTo(app: App, destination: string): Promise<string> {
  const [message] =
    await app.sql`select body from messages where to_address = ${destination} order by created_at desc limit 1`;
  return /https?:\S+\/invite\/[\w-]+/.exec(message?.body)![0];
}

export const ask = (app: App, who: Member, tenantId: string, path: string, method = "GET", body?: object) =>
  fetch(`${app.url}/api/dashboard/${tenantId}/${path}`, {
    method,
    headers: { cookie: who.cookie, origin: app.url, "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });

export const statuses = async (answers: Promise<Response>[]) =>
  (await Promise.all(answers)).map(({ status }) => status);

/** An invitation whose link the test knows. */
export async function invitation(app: App, house: House, destination: string) {
  const [token, id] = [newId(), newId()];
  await app.sql`insert into invitations (tenant_id, id, destination, role, invited_by, sent_at, expires_at)
    values (${house.tenantId}, ${id}, ${destination}, 'front_desk', ${house.owner.userId}, now(), now() + interval '7 days')`;
  await app.sql`insert into access_tokens (hash, tenant_id, kind, subject_id) values (${sha256(token)}, ${house.tenantId}, 'invitation', ${id})`;
  return `${app.url}/invite/${token}`;
}
