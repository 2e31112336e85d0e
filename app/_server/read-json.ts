import "server-only";
import { problem } from "./problem";

const mostBytes = 64 * 1024;

/** The body, or the refusal when there is more of it than `most`. What comes after is not read. */
export async function readBytes(request: Request, most: number): Promise<Buffer | Response> {
  if (Number(request.headers.get("content-length") ?? 0) > most) return tooLarge();
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.length;
    // A body may come without saying how long it is.
    if (bytes > most) {
      await reader?.cancel();
      return tooLarge();
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

/** The body as text, or the refusal: nobody needs more than 64 KB to say what they want. */
export async function readText(request: Request): Promise<string | Response> {
  const bytes = await readBytes(request, mostBytes);
  return bytes instanceof Response ? bytes : bytes.toString("utf8");
}

/** The body as JSON, or the refusal. */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request);
  return text instanceof Response ? text : parsed(text);
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return problem(400, "malformed", "The body is not JSON.");
  }
}

const tooLarge = () => problem(413, "too_large", "The body is too large.");
