import { messageTo } from "./outbox";
import { expect } from "./realtime";
import type { App } from "./test";

/** Businesses that register, and whoever decides about them. */

export const password = "three quiet herons";
export const boss = "admin@clientpulse.test";
let n = 0;
export const applicant = () => {
  const mark = `${Date.now().toString(36)}${++n}`;
  return { businessName: `Pendo ${mark}`, slug: `pendo-${mark}`, email: `owner-${mark}@pendo.test` };
};
export type Applicant = ReturnType<typeof applicant>;

export const body = ({ businessName, email }: Applicant, more: object = {}) => ({
  businessName,
  businessType: "salon",
  city: "Kisumu",
  phone: "0712 345 678",
  acceptTerms: true,
  name: "Pendo Atieno",
  email,
  password,
  ...more,
});
export const post = (app: App, path: string, given: object, cookie?: string, origin = app.url) =>
  fetch(`${app.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(cookie ? { cookie, origin } : {}) },
    body: JSON.stringify(given),
  });
export const tenantOf = async (app: App, { slug }: Applicant) => {
  const [row] = await app.sql`select * from tenants where slug = ${slug}`;
  return row!;
};
/** The six digits of the newest letter to somebody who registers. */
export const registrationCode = async (app: App, { email }: Applicant): Promise<string> =>
  (await messageTo(app, email, /is your ClientPulse code/)).body.slice(0, 6);
/** Registered through the API, and where it stands then. */
export async function registered(app: App, status = "pending") {
  const who = applicant();
  const asked = await post(app, "/api/auth/register", body(who));
  expect(asked.status).toBe(202);
  const { registration } = await asked.json();
  const code = await registrationCode(app, who);
  expect((await post(app, "/api/auth/register/confirm", { registration, code })).status).toBe(201);
  const tenant = await tenantOf(app, who);
  if (status !== "pending") await app.sql`update tenants set status = ${status} where id = ${tenant.id}`;
  return { ...who, id: tenant.id as string };
}
