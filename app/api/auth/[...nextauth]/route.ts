import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/app/_server/auth-options";
import { foreignRefusal, requestOrigin } from "@/app/_server/origin";
import { problem } from "@/app/_server/problem";
import { parsed, readText } from "@/app/_server/read-json";
import { answering, notFoundProblem, tooMany } from "@/app/_server/route";
import { maySignIn, signInFailed, signInWorked } from "@/lib/auth/limits";
import { cookieName } from "@/lib/auth/session-cookie";
import { addressOf } from "@/lib/platform/client-address";
import { log } from "@/lib/platform/log";

type Context = { params: Promise<{ nextauth: string[] }> };

/** What fails in a sign-in is thrown here, for whoever answers all that fails. */
async function answer(request: Request, context: Context): Promise<Response> {
  const failures: unknown[] = [];
  const options = authOptions(requestOrigin(request.headers), (error) => failures.push(error));
  const response: Response = await NextAuth(request as never, context as never, options);
  if (failures.length > 0) throw failures[0];
  return response;
}

/** next-auth reads two segments and passes over the rest: an address with more would go round what is asked below. */
const isIts = (path: string[]): boolean => path.length <= 2;

/** What is read there; "signin" and "error" lead to our own page. */
const answered = new Set(["session", "csrf", "providers", "signin", "error"]);

export const GET = (request: Request, context: Context) =>
  answering(async () => {
    const { nextauth } = await context.params;
    if (!isIts(nextauth)) return notFoundProblem();
    // Signing in and out are posts; next-auth fails on anything else, or shows a page of its own without our headers.
    if (["callback", "signout"].includes(nextauth[0] ?? ""))
      return problem(405, "method", "Signing in and out is a POST.", {}, { allow: "POST" });
    return answered.has(nextauth[0] ?? "") ? answer(request, context) : notFoundProblem();
  });

/** next-auth reads a body of any size, and answers one that it cannot read as an error of ours: read here first. */
export const POST = (request: Request, context: Context) =>
  answering(async () => {
    const foreign = foreignRefusal(request.headers);
    if (foreign) return foreign;
    const { nextauth } = await context.params;
    if (!isIts(nextauth)) return notFoundProblem();
    const body = await readText(request);
    if (body instanceof Response) return body;
    const { url, method, headers } = request;
    const fields = fieldsOf(headers, body);
    if (fields instanceof Response) return fields;
    const again = () => answer(new NextRequest(url, { method, headers, body }), context);
    return nextauth[0] === "callback" ? countedSignIn(fields.email ?? "", headers, again) : again();
  });

/** Wrong passwords make the next try wait longer, for whoever types them where they are typed. */
async function countedSignIn(identifier: string, headers: Headers, signIn: () => Promise<Response>): Promise<Response> {
  const address = addressOf(headers);
  const allowed = await maySignIn(identifier, address);
  if (!allowed.ok) {
    log().warn({ address }, "a sign-in was asked to wait");
    return tooMany(allowed);
  }
  if (allowed.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, allowed.delayMs));
  const response = await signIn();
  const worked = response.headers.getSetCookie().some((cookie) => cookie.startsWith(cookieName("session")));
  if (!worked) log().info({ address }, "a sign-in failed");
  await (worked ? signInWorked(identifier, address) : signInFailed(identifier));
  return response;
}

function fieldsOf(headers: Headers, text: string): Record<string, string> | Response {
  if (!headers.get("content-type")?.includes("application/json")) return Object.fromEntries(new URLSearchParams(text));
  const body = parsed(text);
  if (body instanceof Response) return body;
  const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
  if (!isObject) return problem(400, "malformed", "The body is not a JSON object.");
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]));
}
