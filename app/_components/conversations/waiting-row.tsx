import type { Waiting } from "./outbox";

export type WaitingWords = { waiting: string; sending: string; failed: string; tryAgain: string; remove: string };

type Props = { waiting: Waiting; words: WaitingWords; again(id: string): void; drop(id: string): void };

/** Typed here, and not yet taken. */
export function WaitingRow({ waiting: { id, words: said, state }, words, again, drop }: Props) {
  return (
    <li className="justify-self-end">
      <div className="max-w-[32rem] rounded-panel border border-dashed border-edge px-3.5 py-2.5">
        <p className="break-words whitespace-pre-line">{said}</p>
        <p role="status" className="mt-1 text-xs text-quiet">
          {words[state]}
        </p>
        {state === "failed" ? (
          <p className="flex gap-4">
            <button type="button" onClick={() => again(id)} className="h-8 font-medium underline underline-offset-4">
              {words.tryAgain}
            </button>
            <button type="button" onClick={() => drop(id)} className="h-8 font-medium underline underline-offset-4">
              {words.remove}
            </button>
          </p>
        ) : null}
      </div>
    </li>
  );
}
