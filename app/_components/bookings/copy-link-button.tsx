"use client";

import { Link2 } from "lucide-react";
import { toast } from "sonner";
import { useSay } from "@/app/_words/use-say";
import { useShell } from "../shell/shell-context";
import { Button } from "../ui/button";

/** Puts the address of the public booking page on the clipboard. */
export function CopyLinkButton({ kind = "plain" }: { kind?: "primary" | "plain" }) {
  const say = useSay();
  const { tenant } = useShell();
  const copy = async () => {
    const address = new URL(`/book/${tenant.slug}`, window.location.origin).href;
    try {
      await navigator.clipboard.writeText(address);
      toast(say("Booking link copied"), { description: address });
    } catch {
      // Without https or permission there is no clipboard: then it is shown, to be copied by hand.
      toast(say("Copy this link"), { description: address, duration: 20_000 });
    }
  };
  return (
    <Button kind={kind} onClick={copy}>
      <Link2 aria-hidden />
      {say("Copy booking link")}
    </Button>
  );
}
