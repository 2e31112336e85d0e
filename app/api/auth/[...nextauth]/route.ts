import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/app/_server/auth-options";
import { problem } from "@/app/_server/problem";
import { parsed, readText } from "@/app/_server/read-json";
import { answering } from "@/app/_server/route";

type Context = { params: Promise<{ nextauth: string[] }> };

const answer = (request: Request, context: Context): Promise<Response> =>
  NextAuth(request as never, context as never, authOptions());

export const GET = (request: Request, context: Context) => answering(() => answer(request, context));

/** next-auth reads a body of any size, and answers one that it cannot read as an error of ours: read here first. */
export const POST = (request: Request, context: Context) =>
  answering(async () => {
    const body = await readText(request);
    if (body instanceof Response) return body;
    const { url, method, headers } = request;
    const refusal = headers.get("content-type")?.includes("application/json") ? unreadable(body) : null;
    return refusal ?? answer(new NextRequest(url, { method, headers, body }), context);
  });

function unreadable(text: string): Response | null {
  const body = parsed(text);
  if (body instanceof Response) return body;
  const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
  return isObject ? null : problem(400, "malformed", "The body is not a JSON object.");
}
