import type { Language } from "@/lib/platform/format";
import { portalWords } from "./portal-words";

type Props = { pending: boolean; word: string; saved: boolean | undefined; className: string; language: Language };

/** The end of a form: saving, and that it is saved. */
export function SaveEnd({ pending, word, saved, className, language }: Props) {
  const words = portalWords[language];
  return (
    <div className="flex items-center gap-4">
      <button type="submit" aria-disabled={pending} className={className}>
        {pending ? words.saving : word}
      </button>
      <p role="status" className="text-quiet empty:hidden">
        {saved ? words.saved : ""}
      </p>
    </div>
  );
}
