import { randomUUID } from "node:crypto";
import { addDays, atMinute, localDate } from "@/lib/platform/calendar";

/** Signs in as the browser's form does, and answers the Cookie header. */
export async function signInCookie(url: string, email: string, password = "demo-clientpulse"): Promise<string> {
  const jar = new Map<string, string>();
  const keep = (response: Response) => {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair] = cookie.split(";");
      const at = pair!.indexOf("=");
      jar.set(pair!.slice(0, at), pair!.slice(at + 1));
    }
  };
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const csrf = await fetch(`${url}/api/auth/csrf`);
  keep(csrf);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookie(), origin: url, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, email, password, json: "true" }),
  });
  keep(answer);
  if (!jar.has("clientpulse.session")) throw new Error(`sign-in refused: ${answer.status}`);
  return cookie();
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
  const body = (await answer.json()) as { days: { date: string; slots: { startsAt: string; staffId: string }[] }[] };
  return body.days.flatMap((day) => day.slots);
}

/** An hour of a coming day at a business in Nairobi. */
export const atHour = (inDays: number, hour: number): string =>
  atMinute(addDays(localDate(new Date(), "Africa/Nairobi"), inDays), hour * 60, "Africa/Nairobi").toISOString();
