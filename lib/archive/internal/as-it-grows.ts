import { open } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";

const lookMs = 50;
const partBytes = 64 * 1024;

/** What a file holds, from its beginning, while it is written; it ends once it is whole, and breaks off where that fails. */
export async function* asItGrows(path: string, whole: Promise<unknown>): AsyncGenerator<Buffer, void> {
  let isWhole = false;
  const ended = whole.then(() => {
    isWhole = true;
  });
  // It is thrown where the next part is waited for.
  ended.catch(() => {});
  const file = await open(path);
  try {
    for (;;) {
      const wasWhole = isWhole;
      const { bytesRead, buffer } = await file.read(Buffer.alloc(partBytes));
      if (bytesRead > 0) yield buffer.subarray(0, bytesRead);
      else if (wasWhole) return;
      else await Promise.race([ended, setTimeout(lookMs)]);
    }
  } finally {
    await file.close();
  }
}
