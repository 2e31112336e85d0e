import { Compass } from "lucide-react";
import Link from "next/link";
import { appType } from "./_components/ui/app-type";
import { Button } from "./_components/ui/button";
import { cn } from "./_components/ui/cn";
import { EmptyState } from "./_components/ui/empty-state";
import { Wordmark } from "./_components/wordmark";

export default function NotFound() {
  return (
    <div className={cn(appType, "mx-auto grid max-w-160 gap-10 px-4 py-12 sm:py-24")}>
      <Wordmark />
      <main>
        <h1 className="text-lg">This page is not here</h1>
        <EmptyState
          icon={Compass}
          title="The address leads nowhere"
          why="It may be misspelt or out of date, or it is somebody else’s business and not yours to see."
          action={
            <Button asChild kind="primary">
              <Link href="/">Go to the start</Link>
            </Button>
          }
        />
      </main>
    </div>
  );
}
