import { getRequestConfig } from "next-intl/server";
import { languageHere } from "@/app/_server/language";
import { wordsIn } from "./swahili";

/** What next-intl asks for on behalf of components of the server. */
export default getRequestConfig(async () => {
  const locale = await languageHere();
  return { locale, messages: wordsIn(locale), timeZone: "UTC" };
});
