import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentAccount } from "@/app/_server/account";
import { languageHere } from "@/app/_server/language";
import { barButton } from "@/app/book/_parts/bar";
import { openTenantAt } from "@/app/book/_parts/tenant";
import { enter } from "../actions";
import { CodeForm } from "../code-form";
import { portalWords } from "../portal-words";
import { codeStart } from "../through-code";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: portalWords[await languageHere()].signIn,
});

type Props = { params: Promise<{ slug: string }> };

export default async function PortalSignInPage({ params }: Props) {
  const { slug } = await params;
  const tenant = await openTenantAt(slug);
  if (!tenant) return null;
  if (await currentAccount()) redirect(`/portal/${slug}`);
  const language = await languageHere();
  const words = portalWords[language];
  return (
    <div className="grid max-w-[34rem] gap-6 pt-2 pb-8 lg:pt-0">
      <div>
        <h1 className="text-lg sm:text-xl">{words.seeBookings}</h1>
        <p className="mt-1 text-quiet">{words.noPassword}</p>
      </div>
      <CodeForm
        slug={slug}
        language={language}
        start={await codeStart("portal-entry", tenant.id, "")}
        action={enter}
        field="phone"
        label={words.phoneLabel}
        help={words.phoneLike}
        confirm={words.signIn}
        button={barButton}
      />
    </div>
  );
}
