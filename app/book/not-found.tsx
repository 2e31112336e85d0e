import type { Metadata } from "next";
import { errorWords } from "../_components/errors/words";
import { PlainPage, plainButton } from "../_components/plain-page";
import { languageHere } from "../_server/language";

export const metadata: Metadata = { title: "Not found" };

export default async function NotFound() {
  const words = errorWords[await languageHere()];
  return (
    <PlainPage title={words.noBusiness} why={words.noBusinessWhy}>
      <a href="/find" className={plainButton}>
        {words.find}
      </a>
    </PlainPage>
  );
}
