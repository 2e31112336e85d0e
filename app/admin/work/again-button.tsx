"use client";

import { useTransition } from "react";
import { toast } from "sonner";
import { useSWRConfig } from "swr";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { workKey } from "../words";
import { tryAgain } from "./actions";

export function AgainButton({ id }: { id: string }) {
  const say = useSay();
  const { mutate } = useSWRConfig();
  const [busy, start] = useTransition();
  const again = () =>
    start(async () => {
      const answer = await tryAgain({ id });
      if (!answer.ok) toast(say.known(answer.problem));
      else toast(answer.value ? say("It is tried again") : say("Somebody was quicker: it is done or on its way"));
      await mutate(workKey);
    });
  return (
    <Button size="large" disabled={busy} onClick={again}>
      {say("Try again")}
    </Button>
  );
}
