import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { publicRoute } from "./public-route";

const admin = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

const here = async () => new Response(null);

test.each([
  ["active", { open: 200, evenPending: 200, evenClosed: 200 }],
  // Its people look at its pages, with their pictures, before it opens.
  ["pending", { open: 403, evenPending: 200, evenClosed: 200 }],
  ["suspended", { open: 403, evenPending: 403, evenClosed: 200 }],
  ["rejected", { open: 404, evenPending: 404, evenClosed: 404 }],
])("of a business that is %s an answer is given as its kind says", async (status, answers) => {
  const { tenantId, slug } = await makeHouse({ services: [] });
  await admin`update tenants set status = ${status} where id = ${tenantId}`;
  const asked = async (kind: Parameters<typeof publicRoute>[1]) =>
    (await publicRoute(here, kind)(new Request("https://x.test/"), { params: Promise.resolve({ slug }) })).status;
  expect({
    open: await asked({}),
    evenPending: await asked({ evenPending: true }),
    evenClosed: await asked({ evenClosed: true }),
  }).toEqual(answers);
});

test("who asks too often is told so, whether there is such a business or not", async () => {
  const { slug } = await makeHouse({ services: [] });
  const asked: string[] = [];
  const limited = publicRoute(here, {
    counted: async (address) => (asked.push(address) > 2 ? { ok: false, retryAfterSeconds: 7 } : { ok: true }),
  });
  const ask = async (at: string) => {
    const { status, headers } = await limited(new Request("https://x.test/"), {
      params: Promise.resolve({ slug: at }),
    });
    return [status, headers.get("retry-after")];
  };
  expect(await ask("nobody-is-here")).toEqual([404, null]);
  expect(await ask(slug)).toEqual([200, null]);
  expect(await ask(slug)).toEqual([429, "7"]);
  expect(await ask("nobody-is-here")).toEqual([429, "7"]);
});
