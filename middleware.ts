import { type NextRequest, NextResponse } from "next/server";
import { referralOf } from "@/lib/platform/referral";

export const config = {
  runtime: "nodejs",
  // Everything but what is never a page, found or not.
  matcher: [
    {
      source: "/((?!api/|_next/static/|icon\\.svg$|favicon\\.ico$|sw\\.js$|dashboard(?:-sw)?\\.webmanifest$|icons/).*)",
    },
  ],
};

/** Headers and a friend's code only: it decides no rights. A fresh nonce per page is what lets the content security policy name our scripts. */
export function middleware(request: NextRequest) {
  // Shows that nothing else leans on it; the environment refuses faults outside of tests.
  if (process.env.TEST_FAULTS?.includes("no-middleware")) return NextResponse.next();
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : ""}`,
    // What shows messages while no page is open; it is a file of ours, and the words above name no files.
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join("; ");
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  // Pages cannot ask for their own address; signing in leads back to it.
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("referrer-policy", "strict-origin-when-cross-origin");
  response.headers.set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  const referral = referralOf(request.nextUrl);
  if (referral) response.headers.append("set-cookie", referral);
  return response;
}
