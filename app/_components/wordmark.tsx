import Link from "next/link";

/** The mark and the name, the way home. */
export function Wordmark() {
  return (
    <Link
      href="/"
      className="inline-flex items-center gap-2.5 justify-self-start rounded-control text-md font-semibold"
    >
      <svg aria-hidden viewBox="0 0 32 32" className="size-7">
        <rect width="32" height="32" rx="8" className="fill-accent" />
        <path
          d="M6 17h5l3-8 4.5 14 3-6H26"
          fill="none"
          strokeWidth="2.5"
          strokeLinecap="round"
          strokeLinejoin="round"
          className="stroke-on-accent"
        />
      </svg>
      ClientPulse
    </Link>
  );
}
