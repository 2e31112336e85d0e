"use client";

import { useState } from "react";
import { useSay } from "@/app/_words/use-say";
import { Button } from "../ui/button";
import { signOut } from "./next-auth-client";

export function SignOutButton() {
  const say = useSay();
  const [leaving, setLeaving] = useState(false);
  const leave = () => {
    setLeaving(true);
    signOut().catch(() => setLeaving(false));
  };
  return (
    <Button onClick={leave} disabled={leaving}>
      {leaving ? say("Signing out") : say("Sign out")}
    </Button>
  );
}
