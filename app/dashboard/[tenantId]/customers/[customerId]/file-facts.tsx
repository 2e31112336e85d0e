import { Fact, Facts } from "@/app/_components/ui/fact";
import { useSay } from "@/app/_words/use-say";
import type { CustomerFile } from "@/lib/customers/get-customer";
import { birthdayWords } from "../birthday-field";
import { languageNames } from "../language-names";

/** What the house keeps of them; nothing where nothing is known. */
export function FileFacts({ file }: { file: CustomerFile }) {
  const say = useSay();
  const { location, birthday, preferredStaff, favourites, serviceNotes, language, hasPortal } = file;
  return (
    <section aria-label={say("What is kept of them")}>
      <Facts>
        {location ? <Fact term={say("Lives in")}>{location}</Fact> : null}
        {birthday ? <Fact term={say("Birthday")}>{birthdayWords(say, birthday)}</Fact> : null}
        {preferredStaff ? <Fact term={say("Likes")}>{preferredStaff.name}</Fact> : null}
        {favourites.length > 0 ? (
          <Fact term={say("Favourites")}>{favourites.map(({ name }) => name).join(", ")}</Fact>
        ) : null}
        {serviceNotes ? (
          <Fact term={say("Likes it done")}>
            <span className="whitespace-pre-line">{serviceNotes}</span>
          </Fact>
        ) : null}
        <Fact term={say("Language")}>{languageNames[language]}</Fact>
        <Fact term={say("Portal")}>
          {hasPortal ? say("Signs in with phone and code") : say("Has not signed in yet")}
        </Fact>
      </Facts>
    </section>
  );
}
