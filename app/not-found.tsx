import { errorWords } from "./_components/errors/words";
import { PlainPage, plainButton } from "./_components/plain-page";
import { languageHere } from "./_server/language";

export default async function NotFound() {
  const words = errorWords[await languageHere()];
  return (
    <PlainPage title={words.missing} why={words.missingWhy}>
      <a href="/" className={plainButton}>
        {words.home}
      </a>
    </PlainPage>
  );
}
