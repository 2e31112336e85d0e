"use client";

import { useTransition } from "react";
import { toast } from "sonner";
import { useSWRConfig } from "swr";
import { Button } from "@/app/_components/ui/button";
import { workKey } from "../words";
import { tryAgain } from "./actions";

export function AgainButton({ id }: { id: string }) {
  const { mutate } = useSWRConfig();
  const [busy, start] = useTransition();
  const again = () =>
    start(async () => {
      const answer = await tryAgain({ id });
      if (!answer.ok) toast(answer.problem);
      else toast(answer.value ? "It is tried again" : "Somebody was quicker: it is done or on its way");
      await mutate(workKey);
    });
  return (
    <Button size="large" disabled={busy} onClick={again}>
      Try again
    </Button>
  );
}
