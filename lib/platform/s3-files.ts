import { now } from "./clock";
import type { Files } from "./files";
import { encoded, type S3Keys, signedHeaders } from "./s3-signing";

const patienceMs = 15_000;

type Bucket = { bucket: string; endpoint: string; region: string; keys: S3Keys };

/** Files in a bucket of AWS S3 or of anything that speaks as it does (MinIO, R2, Spaces). */
export function s3Files({ bucket, endpoint, region, keys }: Bucket): Files {
  const ask = async (
    method: "GET" | "PUT" | "DELETE",
    name: string,
    { body, contentType, query = {} }: { body?: Buffer; contentType?: string; query?: Record<string, string> } = {},
  ) => {
    // The bucket in the path: names of its own would ask for a certificate that small servers do not have.
    const url = new URL(endpoint);
    const parts = [bucket, ...name.split("/")].filter(Boolean);
    url.pathname = [url.pathname.replace(/\/+$/, ""), ...parts.map(encoded)].join("/");
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
    const headers = contentType ? { "content-type": contentType } : {};
    const response = await fetch(url, {
      method,
      headers: signedHeaders({ method, url, headers, ...(body ? { body } : {}), at: now(), region, keys }),
      ...(body ? { body: new Uint8Array(body) } : {}),
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.ok || response.status === 404) return response;
    throw new Error(`the bucket answered ${response.status} to ${method}: ${(await response.text()).slice(0, 300)}`);
  };
  return {
    async put(name, bytes, contentType) {
      const response = await ask("PUT", name, { body: bytes, contentType });
      if (!response.ok) throw new Error(`there is no bucket ${bucket}`);
    },
    async get(name) {
      const response = await ask("GET", name);
      return response.ok ? Buffer.from(await response.arrayBuffer()) : null;
    },
    async remove(name) {
      await ask("DELETE", name);
    },
    async removeAll(folder) {
      // A list holds a thousand; what is removed is in no list any more.
      for (;;) {
        const listed = await ask("GET", "", { query: { "list-type": "2", prefix: `${folder}/` } });
        if (!listed.ok) throw new Error(`there is no bucket ${bucket}`);
        const names = [...(await listed.text()).matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, name]) => plain(name!));
        if (names.length === 0) return;
        for (const name of names) await ask("DELETE", name);
      }
    },
  };
}

/** As it stands between the tags of a list. */
const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, sign: string) => signs[sign as keyof typeof signs]);
const signs = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" } as const;
