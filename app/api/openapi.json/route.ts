import { published } from "../_docs/document";

/** What stands here is what is asked and answered: every route's own schemas, as OpenAPI 3.1. */
export function GET(request: Request): Response {
  const { text, etag } = published();
  const headers = { etag, "cache-control": "public, max-age=300" };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "content-type": "application/json" } });
}
