import { atHour } from "./support/api";
import { bookingToken } from "./support/booking-token";
import { expect, test } from "./support/realtime";

// What search engines and chats are told of a business.

test("a business's page says what it is, in words, in a picture and for programs, whatever it is called", async ({
  app,
  house,
}) => {
  const hostile = '</script><script>alert("x")</script>';
  await app.sql`update services set name = ${hostile} where tenant_id = ${house.tenantId}`;
  await app.sql`update tenants set name = ${`Kinyozi 💈 ${hostile}`} where id = ${house.tenantId}`;
  const answer = await fetch(`${app.url}/book/${house.slug}`);
  const html = await answer.text();
  expect(html).toContain(`<link rel="canonical" href="${app.url}/book/${house.slug}"/>`);
  expect(html).toMatch(/<meta name="description" content="[^"]{20,}"/);
  expect(html).not.toContain('name="robots"');
  expect(html).not.toContain("<script>alert");

  const data = JSON.parse(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(html)![1]!);
  expect(data).toMatchObject({
    "@type": "BeautySalon",
    telephone: "+254700000000",
    address: { addressLocality: "Nairobi" },
    makesOffer: [{ itemOffered: { name: hostile }, price: 1500, priceCurrency: "KES" }],
  });
  expect(data.openingHoursSpecification).toHaveLength(7);
  expect((await fetch(data.image)).headers.get("content-type")).toBe("image/png");

  const picture = /<meta property="og:image" content="([^"]+)"/.exec(html)![1]!.replaceAll("&amp;", "&");
  expect(picture.startsWith(app.url)).toBe(true);
  const drawn = await fetch(picture);
  expect([drawn.status, drawn.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect(
    Buffer.from(await drawn.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe("PNG");
});

test("open businesses are in the sitemap, what is somebody's own is nobody's find", async ({
  app,
  house,
  serve,
  book,
}) => {
  const [mine, shut] = [house.slug, "baraka"];
  await app.sql`update tenants set status = 'suspended' where slug = ${shut}`;
  try {
    const fresh = await serve();
    const robots = await (await fetch(`${fresh.url}/robots.txt`)).text();
    expect(robots).toContain(`Sitemap: ${fresh.url}/sitemap.xml`);
    expect(robots).toContain("Disallow: /dashboard");
    const map = await (await fetch(`${fresh.url}/sitemap.xml`)).text();
    expect(map).toContain(`<loc>${fresh.url}/book/${mine}</loc>`);
    expect(map).not.toContain(`/book/${shut}<`);
    expect((await fetch(`${fresh.url}/sitemap.xml?page=999`)).status).toBe(404);
    expect((await fetch(`${fresh.url}/sitemap.xml?page=x`)).status).toBe(404);
    const closed = await (await fetch(`${fresh.url}/book/${shut}`)).text();
    expect(closed).toContain('<meta name="robots" content="noindex"');
  } finally {
    await app.sql`update tenants set status = 'active' where slug = ${shut}`;
  }
  const { id } = await (await book(house, { startsAt: atHour(5, 9) })).json();
  const own = [
    `/b/${bookingToken(id)}`,
    `/b/${bookingToken(id)}/move`,
    `/portal/${mine}/sign-in`,
    `/dashboard/${house.tenantId}`,
  ];
  for (const path of own) {
    const html = await (await fetch(app.url + path, { headers: { cookie: house.owner.cookie } })).text();
    expect(html, path).toMatch(/<meta name="robots" content="noindex/);
  }
});
