import type { ReactNode } from "react";
import type { ApiWords } from "./words";

const Part = ({ title, text, children }: { title: string; text: string; children?: ReactNode }) => (
  <section className="grid grid-cols-[minmax(0,1fr)] gap-2 border-t pt-6">
    <h2 className="text-lg font-semibold">{title}</h2>
    <p>{withCode(text)}</p>
    {children}
  </section>
);

const withCode = (text: string): ReactNode[] =>
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence stay where they are
  text.split("`").map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : part));

const Code = ({ children }: { children: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by the keyboard
  <pre tabIndex={0} className="overflow-x-auto rounded-control border bg-wash p-3 font-mono">
    {children}
  </pre>
);

type Props = { url: string; words: ApiWords; scopes: { scope: string; about: string }[] };

/** What holds for everything that can be asked. */
export const Guide = ({ url, words, scopes }: Props) => (
  <>
    <Part {...words.key}>
      <Code>{`curl -H "Authorization: Bearer cp_live_…" \\\n  "${url}/api/dashboard/TENANT_ID/bookings?view=next"`}</Code>
      <ul className="grid gap-1">
        {scopes.map(({ scope, about }) => (
          <li key={scope} className="grid gap-x-3 md:grid-cols-[12rem_minmax(0,1fr)]">
            <span className="font-mono">{scope}</span>
            <span className="text-quiet">{about}</span>
          </li>
        ))}
      </ul>
      <p className="text-quiet">{words.key.ends}</p>
    </Part>
    <Part {...words.refused}>
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
    <Part {...words.lists} />
    <Part {...words.twice} />
    <Part {...words.often} />
    <Part {...words.hearing}>
      <Code>{`id: 1-42\nevent: booking.placed\ndata: {"seq":42,"name":"booking.placed","bookingId":"…"}`}</Code>
    </Part>
  </>
);
