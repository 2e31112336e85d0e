import { now } from "./clock";
import type { Files } from "./files";
import { encoded, type S3Keys, signedHeaders } from "./s3-signing";

const patienceMs = 15_000;

type Bucket = { bucket: string; endpoint: string; region: string; keys: S3Keys };

/** Files in a bucket of AWS S3 or of anything that speaks as it does (MinIO, R2, Spaces). */
export function s3Files({ bucket, endpoint, region, keys }: Bucket): Files {
  const ask = async (method: "GET" | "PUT" | "DELETE", name: string, body?: Buffer, contentType?: string) => {
    // The bucket in the path: names of its own would ask for a certificate that small servers do not have.
    const url = new URL(endpoint);
    url.pathname = [url.pathname.replace(/\/+$/, ""), ...[bucket, ...name.split("/")].map(encoded)].join("/");
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
      const response = await ask("PUT", name, bytes, contentType);
      if (!response.ok) throw new Error(`there is no bucket ${bucket}`);
    },
    async get(name) {
      const response = await ask("GET", name);
      return response.ok ? Buffer.from(await response.arrayBuffer()) : null;
    },
    async remove(name) {
      await ask("DELETE", name);
    },
  };
}
