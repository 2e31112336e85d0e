import "server-only";
import type { Photo, PhotoSet } from "@/lib/auth/photo";
import { problem } from "./problem";
import { notFoundProblem } from "./route";

/** A picture that somebody uploaded: shown as nothing else, kept nowhere, and opened by itself it may do nothing. */
export const photoAnswer = (photo: Photo | null): Response =>
  photo
    ? new Response(new Uint8Array(photo.bytes), {
        headers: {
          "content-type": photo.contentType,
          "content-disposition": `attachment; filename="photo.${photo.contentType.slice("image/".length)}"`,
          "content-security-policy": "default-src 'none'; sandbox",
          "x-content-type-options": "nosniff",
          "cache-control": "no-store",
        },
      })
    : notFoundProblem();

/** What came of handing one over. */
export const photoSetAnswer = (set: PhotoSet): object =>
  set.ok ? set.value : problem(415, "not_a_picture", "Only pictures as JPEG, PNG or WebP can be used.");
