"use client";

import { ServerCrash } from "lucide-react";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";

/** A page that failed; the rail stays, so everything else is still a click away. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset(): void }) {
  const say = useSay();
  return (
    <>
      <PageHeader title={say("Something went wrong")} />
      <PageBody className="px-4 md:px-6 xl:px-8">
        <EmptyState
          icon={ServerCrash}
          title={say("This page could not be shown")}
          why={
            error.digest
              ? say("Nothing you did is lost. If it happens again, give us this number: {digest}.", {
                  digest: error.digest,
                })
              : say("Nothing you did is lost.")
          }
          action={
            <Button kind="primary" onClick={reset}>
              {say("Try again")}
            </Button>
          }
        />
      </PageBody>
    </>
  );
}
