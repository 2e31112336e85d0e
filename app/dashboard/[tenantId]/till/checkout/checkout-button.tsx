"use client";

import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { openCheckout, type Target } from "./checkout-address";

type Props = { target: Target; children: string; kind?: "primary" | "plain"; size?: "normal" | "large" };

/** Opens the checkout beside the page; nothing for who does not take money. */
export function CheckoutButton({ target, children, kind = "plain", size = "large" }: Props) {
  const { tenant } = useShell();
  if (!tenant.may.includes("till.use")) return null;
  return (
    <Button kind={kind} size={size} onClick={() => openCheckout(target)}>
      {children}
    </Button>
  );
}
