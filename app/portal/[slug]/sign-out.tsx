import type { Language } from "@/lib/platform/format";
import { leave } from "./actions";
import { portalWords } from "./portal-words";

export const SignOut = ({ slug, language }: { slug: string; language: Language }) => (
  <form action={leave}>
    <input type="hidden" name="slug" value={slug} />
    <button type="submit" className="h-12 rounded-control px-4 text-quiet hover:text-ink">
      {portalWords[language].signOut}
    </button>
  </form>
);
