"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False until the script is there: for what does nothing without it. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
