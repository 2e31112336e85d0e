import { missingWords } from "./_components/errors/missing-words";
import { PlainPage, plainButton } from "./_components/plain-page";
import { languageHere } from "./_server/language";

export default async function NotFound() {
  const words = missingWords[await languageHere()];
  return (
    <PlainPage title={words.missing} why={words.missingWhy}>
      <a href="/" className={plainButton}>
        {words.home}
      </a>
    </PlainPage>
  );
}
