import type { Metadata } from "next";
import { languageHere } from "@/app/_server/language";
import { privacySince } from "@/lib/tenancy/terms";
import { Document } from "../_parts/document";
import { siteWords } from "../_parts/site-words";
import { privacyWords } from "./words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: siteWords[await languageHere()].privacy });

export default async function PrivacyPage() {
  const language = await languageHere();
  return <Document language={language} words={privacyWords[language]} since={privacySince} />;
}
