import { FileQuestion } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { sayHere } from "@/app/_words/say-here";
import { useSay } from "@/app/_words/use-say";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Not here") };
}

/** Something of one's own business that is not there, or not theirs to see; the rail stays. */
export default function NotFound() {
  const say = useSay();
  return (
    <>
      <PageHeader title={say("This page is not here")} />
      <PageBody className="px-4 md:px-6 xl:px-8">
        <EmptyState
          icon={FileQuestion}
          title={say("There is nothing at this address")}
          why={say(
            "It may be misspelt or out of date, or your role does not show it. Everything you can open is in the navigation.",
          )}
          action={
            <Button asChild kind="primary">
              <Link href="/dashboard">{say("Go to Today")}</Link>
            </Button>
          }
        />
      </PageBody>
    </>
  );
}
