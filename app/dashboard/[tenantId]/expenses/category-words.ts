import { phrase } from "@/app/_words/phrase";
import type { Phrase, Say } from "@/app/_words/say";
import { type Category, categories } from "@/lib/expenses/rules";

/** As people read them; the files and the books have them in English (lib/expenses/rules.ts). */
export const categoryWords: Record<Category, Phrase> = {
  rent: phrase("Rent"),
  electricity: phrase("Electricity"),
  water: phrase("Water"),
  marketing: phrase("Marketing"),
  salaries: phrase("Salaries"),
  supplies: phrase("Supplies"),
  internet: phrase("Internet"),
  maintenance: phrase("Maintenance"),
  other: phrase("Other"),
};

export const categoryChoices = (say: Say) =>
  categories.map(({ value }) => ({ value, label: say(categoryWords[value]) }));
