import "server-only";

/** An error as RFC 9457 says it; `code` is what programs read. */
export function problem(
  status: number,
  code: string,
  title: string,
  more: object = {},
  headers: Record<string, string> = {},
): Response {
  const body = { type: `urn:clientpulse:problem:${code}`, title, status, code, ...more };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}

/** The fields that are wrong, each with why. */
export const invalid = (fields: Record<string, string[]>): Response =>
  problem(422, "invalid", "Some fields are not right.", { fields });
