"use client";

import { ServerCrash } from "lucide-react";
import { appType } from "./_components/ui/app-type";
import { Button } from "./_components/ui/button";
import { cn } from "./_components/ui/cn";
import { EmptyState } from "./_components/ui/empty-state";

export default function RootError({ error, reset }: { error: Error & { digest?: string }; reset(): void }) {
  return (
    <main className={cn(appType, "mx-auto max-w-160 px-4 py-12 sm:py-24")}>
      <h1 className="text-lg">Something went wrong</h1>
      <EmptyState
        icon={ServerCrash}
        title="This page could not be shown"
        why={`It is our fault, not yours.${error.digest ? ` If it happens again, give us this number: ${error.digest}.` : ""}`}
        action={
          <Button kind="primary" onClick={reset}>
            Try again
          </Button>
        }
      />
    </main>
  );
}
