import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { makeLogin } from "@/db/testing/login";
import { addPerson } from "@/db/testing/people";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { getMemberPhoto, getPhoto, photoVersionOf, removePhoto, setPhoto } from "./photo";
import { mostPhotoBytes } from "./photo-rules";
import { jpeg } from "./testing/jpeg";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

test("a photo is kept as what its bytes are, replaced and removed; each step is written down", async () => {
  const { id, self } = await makeLogin(sql);
  expect([await getPhoto(id), await photoVersionOf(id), await removePhoto(self)]).toEqual([null, null, false]);
  const [first, second] = [await setPhoto(self, jpeg("one")), await setPhoto(self, jpeg("two"))];
  expect(await getPhoto(id)).toEqual({ contentType: "image/jpeg", bytes: jpeg("two") });
  expect(await photoVersionOf(id)).toBe(second.ok && second.value.version);
  expect(await removePhoto(self)).toBe(true);
  expect(await getPhoto(id)).toBeNull();
  const written = await sql`select before, after from audit_entries where user_id = ${id} order by at, id`;
  const photos = written.map(({ before, after }) => [JSON.parse(before).photo, JSON.parse(after).photo]);
  const versions = [first, second].map((set) => set.ok && set.value.version);
  expect(photos).toEqual([
    [null, versions[0]],
    [versions[0], versions[1]],
    [versions[1], null],
  ]);
});

test("what may hold a script is no photo", async () => {
  const { id, self } = await makeLogin(sql);
  for (const text of ["<svg onload='alert(1)'/>", "<!doctype html><script>alert(1)</script>", "GIF89a"])
    expect(await setPhoto(self, Buffer.from(text))).toEqual({ ok: false, refusal: "not_a_picture" });
  expect(await getPhoto(id)).toBeNull();
});

test("the database itself keeps it small", async () => {
  const { id } = await makeLogin(sql);
  const add = (bytes: Buffer) =>
    sql`insert into user_photos (user_id, content_type, bytes, version) values (${id}, 'image/jpeg', ${bytes}, 'v')`;
  await expect(add(Buffer.alloc(mostPhotoBytes + 1))).rejects.toMatchObject({ constraint_name: "user_photos_small" });
  await add(Buffer.alloc(mostPhotoBytes));
});

test("colleagues see it, other businesses do not, and nobody once the person has left", async () => {
  const login = await makeLogin(sql);
  await setPhoto(login.self, jpeg("three"));
  const [mine, other] = [await makeHouse(), await makeHouse()];
  await sql`insert into members (tenant_id, user_id, role) values (${mine.tenantId}, ${login.id}, 'staff')`;
  const [desk, stranger] = [
    await addPerson(sql, mine.tenantId, "front_desk"),
    await addPerson(sql, other.tenantId, "owner"),
  ];
  const seenBy = (who: typeof desk, tenantId: string) =>
    readTenant(tenantId, who, (scope) => getMemberPhoto(scope, login.id));
  expect(await seenBy(desk, mine.tenantId)).toEqual({ contentType: "image/jpeg", bytes: jpeg("three") });
  expect(await seenBy(stranger, other.tenantId)).toBeNull();
  await sql`update members set removed_at = now() where user_id = ${login.id}`;
  expect(await seenBy(desk, mine.tenantId)).toBeNull();
});
