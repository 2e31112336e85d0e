import type { Metadata } from "next";
import { Section } from "@/app/_components/section";
import { requireVisitor } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getProfile } from "@/lib/auth/profile";
import { begunHere } from "./begun";
import { SecondFactor } from "./second-factor";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Second factor") };
}

type Props = { searchParams: Promise<{ required?: string | string[] }> };

export default async function SecondFactorPage({ searchParams }: Props) {
  const say = await sayHere();
  const visitor = await requireVisitor("/profile/second-factor");
  const profile = await getProfile(visitor.user.id);
  if (!profile) return null;
  const { hasSecondFactor, recoveryCodesLeft } = profile;
  const demanded = (await searchParams).required === "1" && !hasSecondFactor;
  return (
    <main className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <h1 className="sr-only">{say("Second factor")}</h1>
      {demanded ? (
        <p className="rounded-panel border border-requested bg-surface px-4 py-3">
          {say.rich(
            "<strong>Your business asks for a second factor.</strong> Set it up here, then its dashboard opens.",
            { strong: (chunks) => <strong className="font-semibold">{chunks}</strong> },
          )}
        </p>
      ) : null}
      <Section
        title={say("Second factor")}
        about={say(
          "With it, a stolen password is not enough: signing in also asks for six digits from an app on your phone.",
        )}
      >
        <SecondFactor
          on={hasSecondFactor}
          codesLeft={recoveryCodesLeft}
          begun={hasSecondFactor ? null : await begunHere(visitor)}
        />
      </Section>
    </main>
  );
}
