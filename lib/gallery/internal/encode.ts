import sharp from "sharp";
import { photoTypeOf } from "@/lib/auth/photo-rules";
import { inTurn } from "@/lib/platform/in-turn";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { mostPicturePixels, pictureSides } from "../rules";

export type PictureRefusal =
  /** Neither JPEG, PNG nor WebP, whatever it is called, or broken. */
  { refusal: "not_a_picture" } | { refusal: "too_many_pixels" };

export type Encoded = { bytes: Buffer; width: number; height: number };

// Opening a large one takes 200 MB and a core; the others wait.
const opened = inTurn("pictures to open", { atOnce: 2, waiting: 40 });
// One thread each: two pictures leave the machine to bookings.
sharp.concurrency(1);
sharp.cache(false);

const safely = { limitInputPixels: mostPicturePixels, failOn: "error", sequentialRead: true } as const;
const patienceSeconds = 20;

/**
 * The picture drawn anew, upright, in each size, as WebP: nothing of what was sent stays but what is seen. Of one that moves
 * its beginning.
 */
export async function encode<S extends string>(
  sent: Buffer,
  sides: Record<S, number>,
): Promise<Result<Record<S, Encoded>, PictureRefusal>> {
  if (!photoTypeOf(sent)) return refuse("not_a_picture");
  return opened(async () => {
    try {
      const { width, height } = await sharp(sent, safely).metadata();
      if (width * height > mostPicturePixels) return refuse("too_many_pixels");
      const made = {} as Record<S, Encoded>;
      for (const [name, side] of Object.entries(sides) as [S, number][]) made[name] = await drawn(sent, side);
      return ok(made);
    } catch (error) {
      if (/pixel limit/.test((error as Error).message)) return refuse("too_many_pixels");
      // It said what it is in its first bytes, and is not.
      return refuse("not_a_picture");
    }
  });
}

/** One of ours, as paper takes it. */
export const asPng = (bytes: Buffer): Promise<Buffer> => sharp(bytes, safely).png().toBuffer();

async function drawn(sent: Buffer, side: number): Promise<Encoded> {
  const { data, info } = await sharp(sent, safely)
    .autoOrient()
    .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
    .webp({ quality: side > pictureSides.small ? 78 : 72 })
    .timeout({ seconds: patienceSeconds })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}
