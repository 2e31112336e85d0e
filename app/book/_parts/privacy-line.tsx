import Link from "next/link";

/** What a number is used for, and what the rest of it is called. */
export type PrivacyWords = { notice: string; privacy: string };

/** Beside every field for a number: what it is for, and where the rest is said. */
export const PrivacyLine = ({ href, words }: { href: string; words: PrivacyWords }) => (
  <p className="-mt-3 text-sm text-quiet">
    {words.notice}{" "}
    <Link href={href} prefetch={false} target="_blank" className="whitespace-nowrap underline underline-offset-4">
      {words.privacy}
    </Link>
  </p>
);
