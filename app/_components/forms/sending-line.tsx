import { SentBar } from "../ui/sent-bar";

/** How a file is getting on: `sent` is null while none is under way, and one once the server has it. */
export type SendingWords = { label: string; sending: string; opening: string };

/** The line stands there before there is anything to say, or a screen reader would not hear of it. */
export function SendingLine({ sent, words }: { sent: number | null; words: SendingWords }) {
  return (
    <div className="grid max-w-100 gap-1.5 has-[p:only-child:empty]:hidden">
      <p role="status" className="text-quiet empty:hidden">
        {sent === null ? "" : sent < 1 ? words.sending : words.opening}
      </p>
      {sent === null ? null : <SentBar label={words.label} sent={sent} />}
    </div>
  );
}
