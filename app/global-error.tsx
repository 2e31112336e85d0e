"use client";

import { PlainPage, plainButton } from "./_components/plain-page";
import "./globals.css";

/** The last resort, when not even the root layout could be made. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset(): void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong</title>
        <PlainPage
          title="Something went wrong"
          why={`It is our fault, not yours.${error.digest ? ` If it happens again, give us this number: ${error.digest}.` : ""}`}
        >
          <button type="button" onClick={reset} className={plainButton}>
            Try again
          </button>
        </PlainPage>
      </body>
    </html>
  );
}
