import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { missingWords } from "@/app/_components/errors/missing-words";
import { languageHere } from "@/app/_server/language";
import { Frame } from "@/app/book/_parts/frame";
import { openOptOut } from "@/lib/customers/opt-out";
import { OptOutForm } from "./opt-out-form";
import { optOutWords } from "./words";

type Props = { params: Promise<{ token: string }> };

const known = cache(openOptOut);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await known((await params).token);
  if (!found) return { title: missingWords[await languageHere()].title };
  return {
    title: { absolute: `${optOutWords[await languageHere()].title} · ${found.tenant.name}` },
    robots: { index: false, follow: false },
  };
}

/** The way out of advertising. Looking at it changes nothing: phones and mail programs look at every link they are sent. */
export default async function OptOutPage({ params }: Props) {
  const { token } = await params;
  const language = await languageHere();
  const { tenant, isOn } = (await known(token)) ?? notFound();
  return (
    <Frame tenant={tenant}>
      <div className="pb-12">
        <OptOutForm token={token} house={tenant.name} language={language} isOn={isOn} />
      </div>
    </Frame>
  );
}
