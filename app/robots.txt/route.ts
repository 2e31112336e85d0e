import { env } from "@/lib/platform/env";

export const dynamic = "force-dynamic";

/** What is behind a sign-in or no page at all, and visits put together of several choices, of which there is no end. Links to bookings are not named: they say themselves that they are nobody's find. */
export const GET = (): Response =>
  new Response(
    [
      "User-agent: *",
      ...["/admin", "/api/", "/dashboard", "/dev/", "/book/*more=", "/book/*add="].map((path) => `Disallow: ${path}`),
      `Sitemap: ${env().APP_URL}/sitemap.xml`,
      "",
    ].join("\n"),
    { headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "public, max-age=3600" } },
  );
