import { crc32, deflateSync } from "node:zlib";
import postgres from "postgres";
import sharp from "sharp";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { files } from "@/lib/platform/files";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { addPicture } from "./add-picture";
import { arrangePictures } from "./arrange-pictures";
import { changePicture } from "./change-picture";
import { changePictureInput } from "./input";
import { logoFile, pictureFile } from "./internal/picture-files";
import { listPictures, publicPictures } from "./list-pictures";
import { getLogo, logoBytes, removeLogo, setLogo } from "./logo";
import { isShown, pictureBytes } from "./picture-bytes";
import { removePicture } from "./remove-picture";
import { mostKept, mostPictures } from "./rules";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

let house: House;
let owner: Actor;
beforeEach(async () => {
  house = await makeHouse({ services: ["Braids", "Fade"].map((name) => ({ name, minutes: 30 })) });
  owner = await addPerson(sql, house.tenantId, "owner");
});

const guest: Actor = { kind: "public", via: "page" };
const photo = (width = 1_200, height = 800) =>
  sharp({ create: { width, height, channels: 3, background: "#7a4a2e" } })
    .jpeg()
    .withExif({ IFD0: { Make: "Secret camera" }, IFD3: { GPSLatitude: "1/1 17/1 0/1" } })
    .toBuffer();
const who = () => ({ tenantId: house.tenantId, actor: owner });
const add = async (isPublic = true, sent?: Buffer): Promise<string> => {
  const added = await addPicture(who(), sent ?? (await photo(40, 30)), { isPublic });
  if (!added.ok) throw new Error(added.refusal);
  return added.value.id;
};
const change = (id: string, to: object) =>
  withTenant(house.tenantId, owner, (scope) => changePicture(scope, id, changePictureInput.parse(to)));
const gallery = () => readTenant(house.tenantId, owner, listPictures);
const ids = async () => (await gallery()).items.map(({ id }) => id);
const shown = (id: string, actor: Actor, tenantId = house.tenantId) =>
  readTenant(tenantId, actor, (scope) => isShown(scope, id));
const deeds = () =>
  sql`select action, before::jsonb, after::jsonb from audit_entries where tenant_id = ${house.tenantId} order by id`;

describe("what is kept of a picture", () => {
  test("is drawn anew in two sizes, upright, without what the camera wrote", async () => {
    const sideways = await sharp(await photo(3_000, 2_000))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const id = await add(true, sideways);
    const [picture] = (await gallery()).items;
    expect(picture).toMatchObject({ id, width: 1_067, height: 1_600, title: "", isPublic: true });
    for (const [size, height] of [["small", 480] as const, ["large", 1_600] as const]) {
      const kept = await pictureBytes(house.tenantId, id, size);
      const read = await sharp(kept!.bytes).metadata();
      expect(kept!.contentType).toBe("image/webp");
      expect(read).toMatchObject({ format: "webp", height });
      expect(read.exif).toBeUndefined();
      expect(kept!.bytes.includes("Secret camera")).toBe(false);
    }
  });

  test("never becomes larger than what was sent", async () => {
    const id = await add(true, await photo(200, 100));
    expect((await gallery()).items).toMatchObject([{ id, width: 200, height: 100 }]);
  });

  test.each([
    ["words", Buffer.from("this is no picture")],
    ["nothing", Buffer.alloc(0)],
    ["SVG, which may hold a script", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ["a GIF", Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64")],
    ["a page that begins as a JPEG does", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from("<html>")])],
  ])("%s is refused by what it is, and nothing is left of it", async (_, sent) => {
    expect(await addPicture(who(), sent, { isPublic: true })).toEqual({ ok: false, refusal: "not_a_picture" });
    expect((await gallery()).items).toEqual([]);
  });

  test("half of a picture is none", async () => {
    const whole = await photo();
    const half = whole.subarray(0, whole.length / 2);
    expect(await addPicture(who(), half, { isPublic: true })).toEqual({ ok: false, refusal: "not_a_picture" });
  });

  test("what is small to send and huge to open is not opened", async () => {
    const bomb = hugePng(30_000, 30_000);
    expect(bomb.length).toBeLessThan(4_000_000);
    const before = process.memoryUsage().rss;
    expect(await addPicture(who(), bomb, { isPublic: true })).toEqual({ ok: false, refusal: "too_many_pixels" });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1_024 * 1_024);
  });

  test("twenty that come at once are all there, each in a place of its own", async () => {
    const made = await Promise.all(Array.from({ length: 20 }, async () => add(true, await photo(1_600, 1_200))));
    const { items } = await gallery();
    expect(new Set(items.map(({ id }) => id))).toEqual(new Set(made));
    const places = await sql`select distinct position from gallery_pictures where tenant_id = ${house.tenantId}`;
    expect(places).toHaveLength(20);
    for (const id of made) expect(await files()!.get(pictureFile(house.tenantId, id, "small"))).not.toBeNull();
  });

  test("a gallery that is full takes no more, by adding or by putting back", async () => {
    const away = await add();
    await change(away, { archived: true });
    await sql`insert into gallery_pictures (tenant_id, id, is_public, position, width, height)
      select ${house.tenantId}, gen_random_uuid(), true, n, 1, 1 from generate_series(1, ${mostPictures}) n`;
    const full = { ok: false, refusal: "too_many", most: mostPictures };
    expect(await addPicture(who(), await photo(40, 30), { isPublic: true })).toEqual(full);
    expect(await change(away, { archived: false })).toEqual(full);
    // Those put away count as well, and all of them can be reached.
    await sql`update gallery_pictures set archived_at = now() where tenant_id = ${house.tenantId}`;
    await sql`insert into gallery_pictures (tenant_id, id, is_public, position, width, height, archived_at)
      select ${house.tenantId}, gen_random_uuid(), true, n, 1, 1, now() from generate_series(1, ${mostKept - mostPictures - 1}) n`;
    expect((await gallery()).archived).toHaveLength(mostKept);
    const none = { ok: false, refusal: "too_many_kept", most: mostKept };
    expect(await addPicture(who(), await photo(40, 30), { isPublic: true })).toEqual(none);
  });
});

describe("who is shown it", () => {
  test("everybody what is for everybody, the house the rest, nobody what was put away", async () => {
    const [open, inside, away] = [await add(true), await add(false), await add(true)];
    await change(away!, { archived: true });
    const answers = async (actor: Actor) => Promise.all([open, inside, away].map((id) => shown(id!, actor)));
    expect(await answers(guest)).toEqual([true, false, false]);
    expect(await answers({ kind: "customer", customerId: newId() })).toEqual([true, false, false]);
    expect(await answers(owner)).toEqual([true, true, false]);
    const listed = await readTenant(house.tenantId, guest, (scope) => publicPictures(scope));
    expect(listed.map(({ id }) => id)).toEqual([open]);
  });

  test("no other business, whoever asks there", async () => {
    const id = await add(true);
    const other = await makeHouse();
    const stranger = await addPerson(sql, other.tenantId, "owner");
    expect(await shown(id, stranger, other.tenantId)).toBe(false);
    const changed = await withTenant(other.tenantId, stranger, (scope) => changePicture(scope, id, { title: "Mine" }));
    expect(changed).toMatchObject({ ok: false, refusal: "unknown_picture" });
    expect(await removePicture({ tenantId: other.tenantId, actor: stranger }, id)).toMatchObject({ ok: false });
  });
});

describe("what is said of it", () => {
  test("whose work and what it is, written down with what was before; what is so already is not told again", async () => {
    const id = await add(false);
    const [serviceId, staffId] = [house.serviceIds[0]!, house.staffIds[0]!];
    const to = { title: " Knotless ", serviceId, staffId, isPublic: true };
    expect(await change(id, to)).toMatchObject({ ok: true });
    await change(id, to);
    expect((await gallery()).items).toMatchObject([{ title: "Knotless", serviceName: "Braids", staffName: "Staff 1" }]);
    expect(await deeds()).toEqual([
      { action: "picture.added", before: null, after: { isPublic: false } },
      {
        action: "picture.changed",
        before: { title: "", serviceId: null, staffId: null, isPublic: false },
        after: { title: "Knotless", serviceId, staffId, isPublic: true },
      },
    ]);
  });

  test("nobody and nothing of another house", async () => {
    const id = await add();
    const other = await makeHouse();
    expect(await change(id, { staffId: other.staffIds[0], serviceId: other.serviceIds[0] })).toMatchObject({
      refusal: "invalid",
      fields: { staffId: ["names nobody who works here"], serviceId: ["names something that is not sold here"] },
    });
  });

  test("the newest is first until they are put in another order; what came meanwhile stays first", async () => {
    const [a, b, c] = [await add(), await add(), await add()] as [string, string, string];
    expect(await ids()).toEqual([c, b, a]);
    const arrange = (to: string[]) => withTenant(house.tenantId, owner, (scope) => arrangePictures(scope, to));
    expect(await arrange([a, c, b])).toMatchObject({ ok: true });
    expect(await ids()).toEqual([a, c, b]);
    const d = await add();
    await arrange([b, a, c]);
    expect(await ids()).toEqual([d, b, a, c]);
    expect(await arrange([newId()])).toMatchObject({ refusal: "unknown_picture" });
  });

  test("put away and put back keeps what was said; out for good only what was put away, with its files", async () => {
    const id = await add();
    await change(id, { title: "Fade" });
    expect(await removePicture(who(), id)).toMatchObject({ refusal: "still_shown" });
    await change(id, { archived: true });
    expect(await gallery()).toMatchObject({ items: [], archived: [{ id, title: "Fade" }] });
    await change(id, { archived: false });
    expect(await gallery()).toMatchObject({ items: [{ id, title: "Fade" }], archived: [] });
    await change(id, { archived: true });
    expect(await removePicture(who(), id)).toMatchObject({ ok: true });
    expect(await pictureBytes(house.tenantId, id, "large")).toBeNull();
    expect(await removePicture(who(), id)).toMatchObject({ refusal: "unknown_picture" });
  });
});

describe("the logo", () => {
  const logo = async () => (await readTenant(house.tenantId, owner, getLogo)).logo;

  test("is small, takes the place of the one before, and is gone once it is removed", async () => {
    expect(await logo()).toBeNull();
    const first = await setLogo(who(), await photo(900, 900));
    const second = await setLogo(who(), await photo(800, 400));
    if (!first.ok || !second.ok) throw new Error("no logo");
    expect(await logo()).toBe(second.value.version);
    const kept = await logoBytes(house.tenantId, second.value.version);
    expect(await sharp(kept!.bytes).metadata()).toMatchObject({ width: 256, height: 128 });
    expect(await files()!.get(logoFile(house.tenantId, first.value.version))).toBeNull();
    expect(await removeLogo(who())).toBe(true);
    expect(await removeLogo(who())).toBe(false);
    expect([await logo(), await logoBytes(house.tenantId, second.value.version)]).toEqual([null, null]);
  });

  test("what no row came to name leaves no file behind", async () => {
    const sent = await photo(50, 50);
    const once = await setLogo(who(), sent);
    if (!once.ok) throw new Error(once.refusal);
    await removeLogo(who());
    const file = () => files()!.get(logoFile(house.tenantId, once.value.version));
    await sql`create function refuse_logo() returns trigger language plpgsql as $$ begin raise 'no'; end $$`;
    await sql.unsafe(`create trigger refuse_logo before update of logo on tenants for each row
      when (old.id = '${house.tenantId}') execute function refuse_logo()`);
    try {
      await expect(setLogo(who(), sent)).rejects.toThrow();
    } finally {
      await sql`drop trigger refuse_logo on tenants`;
      await sql`drop function refuse_logo`;
    }
    expect(await file()).toBeNull();
  });

  test("what is none is refused", async () => {
    expect(await setLogo(who(), Buffer.from("a logo"))).toEqual({ ok: false, refusal: "not_a_picture" });
  });
});

/** A PNG of one colour: a few kilobytes for each hundred million pixels. */
function hugePng(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0], 8);
  const rows = deflateSync(Buffer.alloc((width + 1) * 2_000));
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([mark, chunk("IHDR", head), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}
