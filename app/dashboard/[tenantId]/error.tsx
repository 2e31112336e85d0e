"use client";

import { ServerCrash } from "lucide-react";
import type { ErrorProps } from "@/app/_components/errors/plain-error";
import { useGonePart } from "@/app/_components/errors/use-gone-part";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";

/** A page that failed; the rail stays, so everything else is still a click away. */
export default function PageError({ error, retry }: ErrorProps) {
  useGonePart(error);
  const say = useSay();
  const { tenant } = useShell();
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
            <div className="flex flex-wrap gap-2">
              <Button kind="primary" onClick={retry}>
                {say("Try again")}
              </Button>
              <Button asChild>
                <a href={`/dashboard/${tenant.id}`}>{say("Go to Today")}</a>
              </Button>
            </div>
          }
        />
      </PageBody>
    </>
  );
}
