/** next-auth's two form posts. Its own client library costs the sign-in page more than these lines. */
async function post(action: string, fields: Record<string, string>): Promise<URL> {
  const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
  const response = await fetch(`/api/auth/${action}`, {
    method: "POST",
    body: new URLSearchParams({ ...fields, csrfToken, json: "true" }),
  });
  const { url } = (await response.json()) as { url: string };
  return new URL(url, window.location.origin);
}

/** Null when signed in, else next-auth's name for what was wrong. */
export async function signInWithPassword(email: string, password: string): Promise<string | null> {
  const url = await post("callback/credentials", { email, password });
  return url.searchParams.get("error");
}

export async function signOut(to = "/login"): Promise<void> {
  await post("signout", {});
  // A whole new page: nothing of the last person stays in memory.
  window.location.assign(to);
}
