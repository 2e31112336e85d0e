type Props = { pending: boolean; word: string; saved: boolean | undefined; className: string };

/** The end of a form: saving, and that it is saved. */
export function SaveEnd({ pending, word, saved, className }: Props) {
  return (
    <div className="flex items-center gap-4">
      <button type="submit" aria-disabled={pending} className={className}>
        {pending ? "Saving…" : word}
      </button>
      <p role="status" className="text-quiet empty:hidden">
        {saved ? "Saved." : ""}
      </p>
    </div>
  );
}
