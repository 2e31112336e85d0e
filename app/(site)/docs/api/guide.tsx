import type { ReactNode } from "react";
import { scopeWords } from "@/lib/auth/scope-words";
import { apiScopes } from "@/lib/auth/scopes";

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="grid grid-cols-[minmax(0,1fr)] gap-2 border-t pt-6">
    <h2 className="text-lg font-semibold">{title}</h2>
    {children}
  </section>
);

const Code = ({ children }: { children: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by the keyboard
  <pre tabIndex={0} className="overflow-x-auto rounded-control border bg-wash p-3 font-mono">
    {children}
  </pre>
);

/** What holds for everything that can be asked. */
export const Guide = ({ url }: { url: string }) => (
  <>
    <Part title="Let a program in">
      <p>
        The owner makes a key under Settings, API keys, and gives it what the program needs. It is shown once. It goes
        along as a header, and works for the business that gave it alone.
      </p>
      <Code>{`curl -H "Authorization: Bearer cp_live_…" \\\n  "${url}/api/dashboard/TENANT_ID/bookings?view=next"`}</Code>
      <ul className="grid gap-1">
        {apiScopes.map((scope) => (
          <li key={scope} className="grid gap-x-3 md:grid-cols-[12rem_minmax(0,1fr)]">
            <span className="font-mono">{scope}</span>
            <span className="text-quiet">{scopeWords[scope]}</span>
          </li>
        ))}
      </ul>
      <p className="text-quiet">
        A key that is revoked is let in no more at once, and its streams close within two seconds. No key gives money
        back, makes keys, or changes people and settings.
      </p>
    </Part>
    <Part title="What is refused">
      <p>
        Every refusal is a problem (RFC 9457): <code>title</code> is for people, <code>code</code> for programs.
      </p>
      <Code>
        {JSON.stringify(
          {
            type: "urn:clientpulse:problem:invalid",
            title: "Some fields are not right.",
            ...{ status: 422, code: "invalid", fields: { startsAt: ["is needed"] } },
          },
          null,
          2,
        )}
      </Code>
    </Part>
    <Part title="Long lists">
      <p>
        A list answers <code>nextCursor</code>: send it back as <code>cursor</code> for what follows. Null says that
        nothing does. What a cursor is made of may change.
      </p>
    </Part>
    <Part title="Sending twice">
      <p>
        Where a booking is made online, <code>Idempotency-Key</code> may go along: 8 to 200 printable characters. Sent
        again with the same body within a day, it gets the same answer and nothing is done twice; with another body it
        is refused with 422 and <code>key_reused</code>.
      </p>
    </Part>
    <Part title="How often">
      <p>
        A key may ask 600 times a minute. Wherever asking is counted, <code>RateLimit-Limit</code>,{" "}
        <code>RateLimit-Remaining</code> and <code>RateLimit-Reset</code> (seconds) say how much is left. Beyond it
        comes 429 with <code>Retry-After</code>.
      </p>
    </Part>
    <Part title="Hearing at once">
      <p>
        With <code>events:read</code>, <code>/api/dashboard/TENANT_ID/stream</code> stays open as server-sent events.
        Each frame’s <code>id</code> is its place in the log; sent back as <code>Last-Event-ID</code>, nothing is
        missed. <code>hidden</code> stands for what this listener may not see, <code>level</code> says that the past is
        told, <code>reset</code> that everything is to be read anew, <code>beat</code> that the line lives.
      </p>
      <Code>{`id: 1-42\nevent: booking.placed\ndata: {"seq":42,"name":"booking.placed","bookingId":"…"}`}</Code>
    </Part>
  </>
);
