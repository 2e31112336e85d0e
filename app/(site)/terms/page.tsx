import type { Metadata } from "next";
import { languageHere } from "@/app/_server/language";
import { termsVersion } from "@/lib/tenancy/terms";
import { Document } from "../_parts/document";
import { siteWords } from "../_parts/site-words";
import { termsWords } from "./words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: siteWords[await languageHere()].terms });

export default async function TermsPage() {
  const language = await languageHere();
  return <Document language={language} words={termsWords[language]} since={termsVersion} />;
}
