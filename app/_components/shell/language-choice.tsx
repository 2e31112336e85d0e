import { useRouter } from "next/navigation";
import { toast } from "sonner";
import type { ActionAnswer } from "@/app/_server/action";
import { useSay } from "@/app/_words/use-say";
import { DropdownMenuLabel, DropdownMenuRadioGroup, DropdownMenuRadioItem } from "../ui/dropdown-menu";

/** Each in its own words, for who reads only that one. */
const languages = [
  ["en", "English"],
  ["sw", "Kiswahili"],
] as const;

/** Keeps what somebody reads, as their profile does. */
export type SaveLanguage = (change: { language: string }) => Promise<ActionAnswer<unknown>>;

export function LanguageChoice({ save }: { save: SaveLanguage }) {
  const say = useSay();
  const router = useRouter();
  const choose = async (language: string) => {
    if (language === say.language) return;
    try {
      const answer = await save({ language });
      if (answer.ok) router.refresh();
      else toast.error(say.known(answer.problem));
    } catch {
      toast.error(say("We could not reach the server. Check your connection and try again."));
    }
  };
  return (
    <>
      <DropdownMenuLabel>{say("Language")}</DropdownMenuLabel>
      <DropdownMenuRadioGroup value={say.language} onValueChange={(language) => void choose(language)}>
        {languages.map(([language, name]) => (
          <DropdownMenuRadioItem key={language} value={language} lang={language}>
            {name}
          </DropdownMenuRadioItem>
        ))}
      </DropdownMenuRadioGroup>
    </>
  );
}
