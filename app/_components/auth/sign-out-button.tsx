"use client";

import { useState } from "react";
import { Button } from "../ui/button";
import { signOut } from "./next-auth-client";

export function SignOutButton() {
  const [leaving, setLeaving] = useState(false);
  const leave = () => {
    setLeaving(true);
    signOut().catch(() => setLeaving(false));
  };
  return (
    <Button onClick={leave} disabled={leaving}>
      {leaving ? "Signing out" : "Sign out"}
    </Button>
  );
}
