import { diskFiles } from "./disk-files";
import { env } from "./env";
import { s3Files } from "./s3-files";
import { singleton } from "./singleton";

/** Where files are kept that are too large for the database. Names are ours, never anybody's words: `a1b2/gallery/….webp`. */
export type Files = {
  put(name: string, bytes: Buffer, contentType: string): Promise<void>;
  /** Null when there is none of that name. */
  get(name: string): Promise<Buffer | null>;
  /** Nothing happens when there is none of that name. */
  remove(name: string): Promise<void>;
  /** Everything below a folder, whatever is still known of it. */
  removeAll(folder: string): Promise<void>;
};

/** S3 where a bucket is named, else this machine's disk; null on a machine whose disk is gone with the request. */
export const files = (): Files | null =>
  singleton("files", () => {
    const { S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, FILES_DIR, RUNTIME } = env();
    if (S3_BUCKET && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY)
      return s3Files({
        bucket: S3_BUCKET,
        endpoint: S3_ENDPOINT ?? `https://s3.${S3_REGION}.amazonaws.com`,
        region: S3_REGION,
        keys: { id: S3_ACCESS_KEY_ID, secret: S3_SECRET_ACCESS_KEY },
      });
    return RUNTIME === "serverless" ? null : diskFiles(FILES_DIR);
  });
