import { Fact, Facts } from "@/app/_components/ui/fact";
import type { CustomerFile } from "@/lib/customers/get-customer";
import { birthdayWords } from "../birthday-field";

/** What the house keeps of them; nothing where nothing is known. */
export function FileFacts({ file }: { file: CustomerFile }) {
  const { location, birthday, preferredStaff, favourites, serviceNotes, language, hasPortal } = file;
  return (
    <section aria-label="What is kept of them">
      <Facts>
        {location ? <Fact term="Lives in">{location}</Fact> : null}
        {birthday ? <Fact term="Birthday">{birthdayWords(birthday)}</Fact> : null}
        {preferredStaff ? <Fact term="Likes">{preferredStaff.name}</Fact> : null}
        {favourites.length > 0 ? <Fact term="Favourites">{favourites.map(({ name }) => name).join(", ")}</Fact> : null}
        {serviceNotes ? (
          <Fact term="Likes it done">
            <span className="whitespace-pre-line">{serviceNotes}</span>
          </Fact>
        ) : null}
        <Fact term="Language">{language === "sw" ? "Kiswahili" : "English"}</Fact>
        <Fact term="Portal">{hasPortal ? "Signs in with phone and code" : "Has not signed in yet"}</Fact>
      </Facts>
    </section>
  );
}
