import NextAuth from "next-auth";
import { authOptions } from "@/app/_server/auth-options";
import { problem } from "@/app/_server/problem";
import { readJson } from "@/app/_server/read-json";
import { answering } from "@/app/_server/route";

type Context = { params: Promise<{ nextauth: string[] }> };

const handler = (request: Request, context: Context): Promise<Response> =>
  answering(async () => (await unreadable(request)) ?? NextAuth(request as never, context as never, authOptions()));

/** next-auth answers a body that it cannot read with an error of its own making: asked here first. */
async function unreadable(request: Request): Promise<Response | null> {
  if (!request.headers.get("content-type")?.includes("application/json")) return null;
  const body = await readJson(request.clone());
  if (body instanceof Response) return body;
  const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
  return isObject ? null : problem(400, "malformed", "The body is not a JSON object.");
}

export { handler as GET, handler as POST };
