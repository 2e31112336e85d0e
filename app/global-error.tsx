"use client";

import "./globals.css";

/** The last resort, when not even the root layout could be made: no parts of ours but the colours. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset(): void }) {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto grid max-w-160 justify-items-start gap-4 px-4 py-24">
          <title>Something went wrong</title>
          <h1 className="text-lg">Something went wrong</h1>
          <p className="text-quiet">
            It is our fault, not yours.{error.digest ? ` The number to give us: ${error.digest}.` : ""}
          </p>
          <button
            type="button"
            onClick={reset}
            className="h-11 rounded-control bg-accent px-4 font-medium text-on-accent hover:bg-accent-strong"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
