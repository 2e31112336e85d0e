import type { Metadata } from "next";
import { missingWords } from "../_components/errors/missing-words";
import { PlainPage, plainButton } from "../_components/plain-page";
import { languageHere } from "../_server/language";

export const generateMetadata = async (): Promise<Metadata> => ({ title: missingWords[await languageHere()].title });

export default async function NotFound() {
  const words = missingWords[await languageHere()];
  return (
    <PlainPage title={words.noBusiness} why={words.noBusinessWhy}>
      <a href="/find" className={plainButton}>
        {words.find}
      </a>
    </PlainPage>
  );
}
