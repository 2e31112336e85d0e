import Link from "next/link";
import { phoneNotice } from "@/lib/customers/consent-words";

/** Beside every field for a number: what it is for, and where the rest is said. */
export const PrivacyLine = ({ href, words = phoneNotice.en }: { href: string; words?: string }) => (
  <p className="-mt-3 text-sm text-quiet">
    {words}{" "}
    <Link href={href} prefetch={false} target="_blank" className="whitespace-nowrap underline underline-offset-4">
      Privacy
    </Link>
  </p>
);
