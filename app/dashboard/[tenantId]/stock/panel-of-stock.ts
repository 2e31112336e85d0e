"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";

const name = "stock";

/** Back to what was shown. */
export function closeStock(): void {
  const address = new URL(window.location.href);
  address.searchParams.delete(name);
  window.history.replaceState(null, "", address);
}

/** What is done beside the page; it stays drawn while it slides away. */
export function useStockPanel(): { asked: string | null; kept: string | null } {
  const asked = useSearchParams().get(name);
  const [kept, setKept] = useState(asked);
  if (asked && asked !== kept) setKept(asked);
  return { asked, kept };
}
