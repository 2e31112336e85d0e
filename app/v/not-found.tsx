import type { Metadata } from "next";
import { languageHere } from "@/app/_server/language";
import { missingWords } from "../_components/errors/missing-words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: missingWords[await languageHere()].title });

export default async function NotFound() {
  const words = missingWords[await languageHere()];
  return (
    <main className="mx-auto max-w-[34rem] px-4 py-16 text-md">
      <h1 className="text-xl">{words.noVisit}</h1>
      <p className="mt-2 text-quiet">{words.noVisitWhy}</p>
    </main>
  );
}
