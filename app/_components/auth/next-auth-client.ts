import { dropKeptDays } from "../offline/kept-day";
import { dropRecent } from "../shell/palette/recent";

/** next-auth's two form posts. Its own client library costs the sign-in page more than these lines. */
async function post(action: string, fields: Record<string, string>): Promise<Response> {
  const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
  return fetch(`/api/auth/${action}`, {
    method: "POST",
    body: new URLSearchParams({ ...fields, csrfToken, json: "true" }),
  });
}

type SignedIn = { ok: true } | { ok: false; retryAfterSeconds?: number; busy?: true };

/** Whether it let us in, how long to wait before the next try, or that nobody looked at it. `who` is an e-mail address or a phone. */
export async function signInWithPassword(who: string, password: string): Promise<SignedIn> {
  const response = await post("callback/credentials", { email: who, password });
  if (response.status === 503) return { ok: false, busy: true };
  if (response.status === 429) return { ok: false, retryAfterSeconds: Number(response.headers.get("retry-after")) };
  const { url } = (await response.json()) as { url: string };
  return { ok: !new URL(url, window.location.origin).searchParams.has("error") };
}

/** What was kept in this browser goes, whether the server hears of it or not; it throws when it does not. */
export async function signOut(to = "/login"): Promise<void> {
  dropRecent();
  await dropKeptDays();
  const { ok, status } = await post("signout", {});
  if (!ok) throw new Error(`signing out was answered with ${status}`);
  // A whole new page: nothing of the last person stays in memory.
  window.location.assign(to);
}
