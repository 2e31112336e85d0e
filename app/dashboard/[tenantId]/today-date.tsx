"use client";

import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import { formatDay } from "@/lib/platform/format";

/** The business's date, which changes under a dashboard that is left open overnight. */
export function TodayDate() {
  const { tenant } = useShell();
  return formatDay(useNow(), tenant.timeZone, useSay().language);
}
