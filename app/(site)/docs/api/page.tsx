import type { Metadata } from "next";
import Link from "next/link";
import { Wordmark } from "@/app/_components/wordmark";
import { languageHere } from "@/app/_server/language";
import { sayHere } from "@/app/_words/say-here";
import { nouns } from "@/app/api/_docs/all";
import { addressOf, published } from "@/app/api/_docs/document";
import { LanguageSwitch } from "@/app/book/_parts/language-switch";
import { scopeWords } from "@/lib/auth/scope-words";
import { apiScopes } from "@/lib/auth/scopes";
import { env } from "@/lib/platform/env";
import type { Schemas } from "./example";
import { Guide } from "./guide";
import { OperationView, type Told } from "./operation-view";
import { apiWords } from "./words";

export const metadata: Metadata = { title: "API" };
export const dynamic = "force-dynamic";

/** What stands at /api/openapi.json, to be read. */
export default async function ApiPage() {
  const [language, say] = await Promise.all([languageHere(), sayHere()]);
  const words = apiWords[language];
  const { document } = published();
  const paths = document.paths as Record<string, Record<string, Told>>;
  const { schemas } = document.components as { schemas: Schemas };
  const [before, after] = words.same("\n").split("\n");
  return (
    <main lang={language} className="mx-auto grid w-full max-w-220 grid-cols-[minmax(0,1fr)] gap-6 px-4 py-8 md:px-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <Wordmark />
        <div>
          <LanguageSwitch slug="" />
        </div>
      </div>
      <header className="grid gap-2">
        <h1 className="text-xl font-semibold">API</h1>
        <p className="max-w-[62ch] text-quiet">
          {words.about} {before}
          <Link href="/api/openapi.json" prefetch={false} className="underline underline-offset-2">
            OpenAPI 3.1
          </Link>
          {after}
        </p>
        <p className="max-w-[62ch] text-quiet empty:hidden">{words.inEnglish}</p>
      </header>
      <Guide
        url={env().APP_URL}
        words={words}
        scopes={apiScopes.map((scope) => ({ scope, about: say.known(scopeWords[scope]) }))}
      />
      <nav aria-label={words.contents} className="border-t pt-6">
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {nouns.map(({ name }) => (
            <li key={name}>
              <a href={`#${name}`} className="inline-flex min-h-8 items-center underline underline-offset-2">
                {words.nouns[name]?.title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {nouns.map(({ name, operations }) => (
        <section key={name} id={name} className="grid scroll-mt-4 grid-cols-[minmax(0,1fr)] pt-4">
          <h2 className="text-lg font-semibold">{words.nouns[name]?.title}</h2>
          <p className="pb-2 text-quiet">{words.nouns[name]?.says}</p>
          {operations.map((operation) => {
            const address = addressOf(operation.path);
            const told = paths[address]![operation.method.toLowerCase()]!;
            return <OperationView key={operation.id} {...{ operation, told, address, schemas, words }} />;
          })}
        </section>
      ))}
    </main>
  );
}
