import { atHour } from "./support/api";
import { bookingToken } from "./support/booking-token";
import { scriptsOf } from "./support/page-weight";
import { asksDeposit } from "./support/paid";
import { expect, test } from "./support/realtime";

const most = 150_000;

test("no step of booking, no page of a booking and no way into the portal has more than 150 kB of scripts", async ({
  app,
  house,
  book,
}) => {
  const { slug, serviceIds } = house;
  const { id } = await (await book(house, { startsAt: atHour(3, 9) })).json();
  await asksDeposit(app, house, "prompts");
  const unpaid = await (await book(house, { startsAt: atHour(3, 10) })).json();
  const at = encodeURIComponent(atHour(3, 11));
  await app.sql`insert into gallery_pictures (tenant_id, id, is_public, position, width, height)
    values (${house.tenantId}, gen_random_uuid(), true, 0, 800, 1000)`;
  const pages = [
    "/",
    "/find",
    "/pricing",
    `/book/${slug}`,
    `/book/${slug}/gallery`,
    `/book/${slug}/times?service=${serviceIds[0]}`,
    `/book/${slug}/details?service=${serviceIds[0]}&at=${at}`,
    `/book/${slug}/waitlist?service=${serviceIds[0]}`,
    `/book/${slug}/here`,
    `/portal/${slug}/sign-in`,
    `/b/${bookingToken(id)}`,
    `/b/${bookingToken(id)}/move`,
    `/b/${bookingToken(unpaid.id)}/pay`,
  ];
  for (const path of pages) {
    const { bytes, files } = await scriptsOf(app.url + path);
    console.log(`${(bytes / 1_000).toFixed(1).padStart(6)} kB gz  ${path.replace(/\?.*/, "")}`);
    expect(Object.keys(files).length, path).toBeGreaterThan(3);
    expect(bytes, `${path}: ${JSON.stringify(files)}`).toBeLessThanOrEqual(most);
  }
});
