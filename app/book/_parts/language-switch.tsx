import { languageHere } from "@/app/_server/language";
import { chooseLanguage } from "./language-actions";

const choices = [
  { language: "en", name: "English" },
  { language: "sw", name: "Kiswahili" },
] as const;

/** An ordinary form, so it works before any script does: the page comes again in the other language. */
export async function LanguageSwitch({ slug }: { slug: string }) {
  const here = await languageHere();
  return (
    <form action={chooseLanguage} aria-label="Language · Lugha" className="-ml-2 flex w-full text-sm lg:w-auto">
      <input type="hidden" name="slug" value={slug} />
      {choices.map(({ language, name }, at) => (
        <span key={language} className="flex items-center">
          {at > 0 ? (
            <span aria-hidden className="text-quiet">
              ·
            </span>
          ) : null}
          <button
            type="submit"
            name="language"
            value={language}
            lang={language}
            aria-pressed={language === here}
            className="inline-flex h-11 items-center rounded-control px-2 text-quiet underline decoration-edge underline-offset-4 hover:text-ink aria-pressed:font-medium aria-pressed:text-ink aria-pressed:no-underline"
          >
            {name}
          </button>
        </span>
      ))}
    </form>
  );
}
