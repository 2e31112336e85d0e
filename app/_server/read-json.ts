import "server-only";
import { problem } from "./problem";

const mostBytes = 64 * 1024;

/** The body as JSON, or the refusal. Nobody needs more than 64 KB to say what they want. */
export async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) return tooLarge();
  const text = await request.text();
  if (text.length > mostBytes) return tooLarge();
  try {
    return JSON.parse(text);
  } catch {
    return problem(400, "malformed", "The body is not JSON.");
  }
}

const tooLarge = () => problem(413, "too_large", "The body is too large.");
