import { randomUUID } from "node:crypto";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";

type Attempt = { headers?: Record<string, string>; below?: string };

/** One try to sign in, as the browser's form makes it; `below` is what somebody writes behind the address. */
export async function trySignIn(url: string, email: string, password: string, { headers, below = "" }: Attempt = {}) {
  const csrf = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await fetch(`${url}/api/auth/callback/credentials${below}`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookieOf(csrf), origin: url, ...headers },
    body: new URLSearchParams({ csrfToken, email, password, json: "true" }),
  });
  const cookie = [cookieOf(csrf), cookieOf(answer)].join("; ");
  return { answer, cookie, ok: cookie.includes("clientpulse.session=") };
}

/** What a browser would send back. */
const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

/** Signs in, and answers the Cookie header. */
export async function signInCookie(url: string, email: string, password = "demo-clientpulse"): Promise<string> {
  const { answer, cookie, ok } = await trySignIn(url, email, password);
  if (!ok) throw new Error(`sign-in refused: ${answer.status}`);
  return cookie;
}

export type Wish = {
  serviceId: string;
  staffId?: string;
  startsAt: string;
  name?: string;
  phone?: string;
  key?: string;
};

let phones = 0;
/** A Kenyan mobile number that no other test uses. */
export const newPhone = () =>
  `+2547${String(10_000_000 + (((Date.now() % 80_000_000) + phones++ * 97) % 89_999_999)).slice(0, 8)}`;

export const bookByApi = (url: string, slug: string, wish: Wish): Promise<Response> =>
  fetch(`${url}/api/public/${slug}/bookings`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": wish.key ?? randomUUID() },
    body: JSON.stringify({
      lines: [{ serviceId: wish.serviceId, ...(wish.staffId ? { staffId: wish.staffId } : {}) }],
      startsAt: wish.startsAt,
      customer: { name: wish.name ?? "Akinyi", phone: wish.phone ?? newPhone() },
    }),
  });

/** Free starts of a service over the coming days. */
export async function openSlots(url: string, slug: string, serviceId: string, days = 14) {
  const from = localDate(new Date(), "Africa/Nairobi");
  const answer = await fetch(
    `${url}/api/public/${slug}/availability?service=${serviceId}&staff=any&from=${from}&to=${addDays(from, days)}`,
  );
  const body = (await answer.json()) as {
    days: { date: string; slots: { startsAt: string; staffId: string; totalMinor: number }[] }[];
  };
  return body.days.flatMap((day) => day.slots);
}

/** An hour of a coming day at a business in Nairobi. */
export const atHour = (inDays: number, hour: number): string =>
  atMinute(addDays(localDate(new Date(), "Africa/Nairobi"), inDays), hour * 60, "Africa/Nairobi").toISOString();

/** The date there, so many days on. */
export const daysOn = (inDays: number): string => addDays(localDate(new Date(), "Africa/Nairobi"), inDays);
