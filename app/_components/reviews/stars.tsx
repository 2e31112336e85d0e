/** Drawn without an icon library: public pages show it too. */
export function Star({ filled, size = 16 }: { filled: boolean; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill={filled ? "currentColor" : "none"}
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinejoin="round"
      className="shrink-0"
    >
      <path d="m10 2.5 2.3 4.9 5.2.7-3.8 3.7.9 5.3L10 14.5l-4.6 2.6.9-5.3-3.8-3.7 5.2-.7z" />
    </svg>
  );
}

/** So many of five, with a word for who does not see them. */
export function Stars({ rating, label, size }: { rating: number; label: string; size?: number }) {
  return (
    <span role="img" aria-label={label} className="inline-flex items-center gap-0.5">
      {[1, 2, 3, 4, 5].map((n) => (
        <Star key={n} filled={n <= rating} {...(size ? { size } : {})} />
      ))}
    </span>
  );
}
