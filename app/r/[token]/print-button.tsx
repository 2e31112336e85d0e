"use client";

/** Where no script runs, the browser's own menu prints. */
export const PrintButton = ({ words }: { words: string }) => (
  <button
    type="button"
    onClick={() => window.print()}
    className="inline-flex h-11 items-center rounded-control bg-accent px-4 font-medium text-on-accent hover:bg-accent-strong"
  >
    {words}
  </button>
);
