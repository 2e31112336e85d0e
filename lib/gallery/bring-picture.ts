import { files } from "@/lib/platform/files";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { AddRefusal } from "./add-picture";
import { encode } from "./internal/encode";
import { putPicture } from "./internal/picture-files";
import { pictureSides } from "./rules";

/**
 * The files of a picture that comes from elsewhere with many others; whoever brings them writes the rows. `keep: false`
 * only says whether they could be.
 */
export async function bringPicture(
  { tenantId, id }: { tenantId: string; id: string },
  sent: Buffer,
  { keep }: { keep: boolean },
): Promise<Result<{ width: number; height: number }, AddRefusal>> {
  const kept = files();
  if (!kept) return refuse("no_storage");
  const made = await encode(sent, pictureSides);
  if (!made.ok) return made;
  if (keep) await putPicture(kept, tenantId, id, made.value);
  const { width, height } = made.value.large;
  return ok({ width, height });
}
