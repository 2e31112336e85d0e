"use client";

import { useSWRConfig } from "swr";

type Change<D> = (now: D) => D;
/** As SWR's own, as far as it is used here. */
type Write = <D>(
  key: string,
  data: D | undefined | ((now?: D) => D | undefined),
  how: { revalidate: boolean },
) => unknown;

/**
 * Writes a change into what is shown under a key before the server has heard of it. Answers the way back for what it
 * refuses: as it was before, whether or not the server can be asked again, and then as the server knows it.
 */
export function showFirst<D>(write: Write, key: string, change: Change<D>): () => void {
  let before: D | undefined;
  write<D>(
    key,
    (now) => {
      before = now;
      return now && change(now);
    },
    { revalidate: false },
  );
  return () => void write<D>(key, before, { revalidate: true });
}

export function useShowFirst(): <D>(key: string, change: Change<D>) => () => void {
  const { mutate } = useSWRConfig();
  return (key, change) => showFirst(mutate, key, change);
}
