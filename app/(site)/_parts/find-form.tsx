import { Search } from "lucide-react";
import { Button } from "@/app/_components/ui/button";
import type { SiteWords } from "./site-words";

type Props = { words: SiteWords; search?: string };

/** An ordinary form: it works before any script does. */
export const FindForm = ({ words, search = "" }: Props) => (
  <div className="flex gap-2">
    <label htmlFor="q" className="sr-only">
      {words.search}
    </label>
    <input
      id="q"
      name="q"
      type="search"
      defaultValue={search}
      placeholder={words.search}
      maxLength={80}
      className="h-11 min-w-0 flex-1 rounded-control border border-edge bg-surface px-3 text-md placeholder:text-quiet"
    />
    <Button type="submit" kind="primary" size="large">
      <Search aria-hidden />
      {words.go}
    </Button>
  </div>
);
