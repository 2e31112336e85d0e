import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { s3Files } from "./s3-files";
import { signedHeaders } from "./s3-signing";

// The examples of Amazon's own page on signing, with the keys that it uses there.
const keys = { id: "AKIAIOSFODNN7EXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" };
const signed = (given: Pick<Parameters<typeof signedHeaders>[0], "method" | "headers" | "body"> & { path: string }) =>
  signedHeaders({
    ...given,
    url: new URL(given.path, "https://examplebucket.s3.amazonaws.com"),
    at: new Date("2013-05-24T00:00:00Z"),
    region: "us-east-1",
    keys,
  }).authorization.replace(/.*Signature=/, "");

describe("requests are signed as Amazon publishes it", () => {
  test.each([
    [
      "reading part of one",
      { method: "GET" as const, path: "/test.txt", headers: { range: "bytes=0-9" } },
      "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
    ],
    [
      "putting one",
      {
        method: "PUT" as const,
        path: "/test%24file.text",
        headers: { date: "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class": "REDUCED_REDUNDANCY" },
        body: Buffer.from("Welcome to Amazon S3."),
      },
      "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
    ],
    [
      "a question without a value",
      { method: "GET" as const, path: "/?lifecycle" },
      "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
    ],
    [
      "a question of two",
      { method: "GET" as const, path: "/?max-keys=2&prefix=J" },
      "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
    ],
  ])("%s", (_, given, signature) => expect(signed(given)).toBe(signature));
});

describe("a bucket", () => {
  const held = new Map<string, { bytes: Buffer; type: string }>();
  const asked: string[] = [];
  // Keeps what it is given, and takes only what is signed with its key.
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const path = request.url!;
    asked.push(`${request.method} ${path}`);
    const stamp = String(request.headers["x-amz-date"]);
    const at = new Date(stamp.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/, "$1-$2-$3T$4:$5:$6Z"));
    const type = request.headers["content-type"];
    const right = signedHeaders({
      method: request.method as "GET",
      url: new URL(path, `http://${request.headers.host}`),
      headers: type ? { "content-type": type } : {},
      body,
      at,
      region: "eu-west-1",
      keys,
    });
    if (right.authorization !== request.headers.authorization)
      return response.writeHead(403).end("SignatureDoesNotMatch");
    if (!/^\/pictures[/?]/.test(path) && !path.startsWith("/storage/v1/s3/pictures/"))
      return response.writeHead(404).end("NoSuchBucket");
    if (request.method === "PUT") held.set(path, { bytes: body, type: type ?? "" });
    if (request.method === "DELETE") held.delete(path);
    if (request.method !== "GET") return response.writeHead(200).end();
    const { pathname, searchParams } = new URL(path, "http://bucket");
    if (searchParams.get("list-type") === "2") {
      const names = [...held.keys()].map((name) => decodeURIComponent(name.slice(pathname.length + 1)));
      const some = names.filter((name) => name.startsWith(searchParams.get("prefix")!)).slice(0, 2);
      const keys = some.map((name) => `<Contents><Key>${name.replaceAll("&", "&amp;")}</Key></Contents>`);
      return response.writeHead(200).end(`<ListBucketResult>${keys.join("")}</ListBucketResult>`);
    }
    const found = held.get(path);
    return found ? response.writeHead(200).end(found.bytes) : response.writeHead(404).end("NoSuchKey");
  });
  let endpoint = "";
  beforeAll(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    endpoint = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  });
  afterAll(() => server.close());

  const bucket = (more: object = {}) => s3Files({ bucket: "pictures", endpoint, region: "eu-west-1", keys, ...more });

  test("gives back what was put, and nothing once it is removed", async () => {
    const name = "house/gallery/a b(1)-large.webp";
    await bucket().put(name, Buffer.from([1, 2, 3]), "image/webp");
    expect(await bucket().get(name)).toEqual(Buffer.from([1, 2, 3]));
    expect([...held]).toMatchObject([["/pictures/house/gallery/a%20b%281%29-large.webp", { type: "image/webp" }]]);
    await bucket().remove(name);
    await bucket().remove(name);
    expect(await bucket().get(name)).toBeNull();
  });

  test("lies below the path of its endpoint, where it has one", async () => {
    const below = bucket({ endpoint: `${endpoint}/storage/v1/s3/` });
    await below.put("house/a b.webp", Buffer.from([1]), "image/webp");
    expect([...held.keys()]).toEqual(["/storage/v1/s3/pictures/house/a%20b.webp"]);
    expect(await below.get("house/a b.webp")).toEqual(Buffer.from([1]));
    await below.remove("house/a b.webp");
  });

  test("a folder goes with everything in it, however many lists that takes, and others stay", async () => {
    for (const name of ["gone/a.webp", "gone/b & c.webp", "gone/d/e.webp", "gone-not/a.webp"])
      await bucket().put(name, Buffer.from([1]), "image/webp");
    await bucket().removeAll("gone");
    await bucket().removeAll("gone");
    expect([...held.keys()]).toEqual(["/pictures/gone-not/a.webp"]);
  });

  test("a key that is not its own, and a bucket that is not there, are faults and no empty answers", async () => {
    const stranger = bucket({ keys: { ...keys, secret: "another" } });
    await expect(stranger.get("x")).rejects.toThrow(/403.*SignatureDoesNotMatch/);
    await expect(bucket({ bucket: "elsewhere" }).put("x", Buffer.from("x"), "image/webp")).rejects.toThrow("elsewhere");
    await expect(bucket({ bucket: "elsewhere" }).removeAll("x")).rejects.toThrow("elsewhere");
  });
});
