import { createHash, createHmac } from "node:crypto";

export type S3Keys = { id: string; secret: string };

type Asked = {
  method: "GET" | "PUT" | "DELETE";
  url: URL;
  headers?: Record<string, string>;
  body?: Buffer;
  at: Date;
  region: string;
  keys: S3Keys;
};

const hashed = (text: string | Buffer): string => createHash("sha256").update(text).digest("hex");
const keyed = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
/** As RFC 3986 has it: encodeURIComponent leaves five signs alone that S3 does not. */
export const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The headers of a request that S3 believes: AWS Signature Version 4, in one piece. */
export function signedHeaders({ method, url, headers = {}, body = Buffer.alloc(0), at, region, keys }: Asked) {
  const stamp = at.toISOString().replaceAll(/[-:]|\.\d+/g, "");
  const scope = `${stamp.slice(0, 8)}/${region}/s3/aws4_request`;
  const sent: Record<string, string> = { ...headers, "x-amz-content-sha256": hashed(body), "x-amz-date": stamp };
  const lines = Object.entries({ ...sent, host: url.host })
    .map(([name, value]) => [name.toLowerCase(), value.trim()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const names = lines.map(([name]) => name).join(";");
  const query = [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join("&");
  const request = [
    method,
    url.pathname,
    query,
    ...lines.map(([name, value]) => `${name}:${value}`),
    "",
    names,
    sent["x-amz-content-sha256"],
  ].join("\n");
  const words = ["AWS4-HMAC-SHA256", stamp, scope, hashed(request)].join("\n");
  const key = scope.split("/").reduce<string | Buffer>((made, part) => keyed(made, part), `AWS4${keys.secret}`);
  const signature = keyed(key, words).toString("hex");
  return {
    ...sent,
    authorization: `AWS4-HMAC-SHA256 Credential=${keys.id}/${scope},SignedHeaders=${names},Signature=${signature}`,
  };
}
