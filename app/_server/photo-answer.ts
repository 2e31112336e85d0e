import "server-only";
import type { Photo, PhotoSet } from "@/lib/auth/pictures";
import { problem } from "./problem";
import { notFoundProblem } from "./route";

/** For what anybody may see, at an address that names the picture. */
export const forGood = "public, max-age=31536000, immutable";

/** A picture that somebody uploaded: shown as nothing else, and opened by itself it may do nothing. */
export const photoAnswer = (
  photo: Photo | null | "",
  cached: "no-store" | typeof forGood | `private, ${string}` = "no-store",
): Response =>
  photo
    ? new Response(new Uint8Array(photo.bytes), {
        headers: {
          "content-type": photo.contentType,
          "content-disposition": `attachment; filename="photo.${photo.contentType.slice("image/".length)}"`,
          "content-security-policy": "default-src 'none'; sandbox",
          "x-content-type-options": "nosniff",
          "cache-control": cached,
        },
      })
    : notFoundProblem();

/** What came of handing one over. */
export const photoSetAnswer = (set: PhotoSet): object =>
  set.ok ? set.value : problem(415, "not_a_picture", "Only pictures as JPEG, PNG or WebP can be used.");
