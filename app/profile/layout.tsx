import type { ReactNode } from "react";
import { ProofProvider } from "../_components/auth/proof";
import { SignOutButton } from "../_components/auth/sign-out-button";
import { appType } from "../_components/ui/app-type";
import { cn } from "../_components/ui/cn";
import { Wordmark } from "../_components/wordmark";
import { giveProof } from "../_server/give-proof";
import { requireVisitor } from "../_server/visitor";
import { WordsHere } from "../_words/words-here";
import { Places } from "./_parts/places";

/** One's own account: it belongs to a person, not to a business, so it stands outside the dashboard. */
export default async function ProfileLayout({ children }: { children: ReactNode }) {
  const { user } = await requireVisitor("/profile");
  return (
    <WordsHere>
      <div
        className={cn(
          appType,
          "mx-auto grid min-h-dvh max-w-200 grid-cols-[minmax(0,1fr)] content-start gap-6 px-4 pb-16 md:px-6",
        )}
      >
        <header className="flex h-16 items-center justify-between gap-4">
          <Wordmark />
          <SignOutButton />
        </header>
        <Places />
        <ProofProvider hasSecondFactor={user.hasSecondFactor} prove={giveProof}>
          {children}
        </ProofProvider>
      </div>
    </WordsHere>
  );
}
