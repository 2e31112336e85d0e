import type { Metadata } from "next";
import Link from "next/link";
import { Wordmark } from "@/app/_components/wordmark";
import { nouns } from "@/app/api/_docs/all";
import { addressOf, published } from "@/app/api/_docs/document";
import { env } from "@/lib/platform/env";
import type { Schemas } from "./example";
import { Guide } from "./guide";
import { OperationView, type Told } from "./operation-view";

export const metadata: Metadata = { title: "API" };
export const dynamic = "force-dynamic";

/** What stands at /api/openapi.json, to be read. */
export default function ApiPage() {
  const { document } = published();
  const paths = document.paths as Record<string, Record<string, Told>>;
  const { schemas } = document.components as { schemas: Schemas };
  return (
    <main className="mx-auto grid w-full max-w-220 grid-cols-[minmax(0,1fr)] gap-6 px-4 py-8 md:px-6">
      <Wordmark />
      <header className="grid gap-2">
        <h1 className="text-xl font-semibold">API</h1>
        <p className="max-w-[62ch] text-quiet">
          What the pages do, they do by these addresses. A program with a key may use those that its scopes are for:
          bookings, customers, services, staff, visits, payments, reviews and who waits. The others say that no key
          opens them. The same as{" "}
          <Link href="/api/openapi.json" prefetch={false} className="underline underline-offset-2">
            OpenAPI 3.1
          </Link>
          , made from what the routes themselves check.
        </p>
      </header>
      <Guide url={env().APP_URL} />
      <nav aria-label="What it is about" className="border-t pt-6">
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {nouns.map(({ name, title }) => (
            <li key={name}>
              <a href={`#${name}`} className="inline-flex min-h-8 items-center underline underline-offset-2">
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {nouns.map(({ name, title, says, operations }) => (
        <section key={name} id={name} className="grid scroll-mt-4 grid-cols-[minmax(0,1fr)] pt-4">
          <h2 className="text-lg font-semibold">{title}</h2>
          <p className="pb-2 text-quiet">{says}</p>
          {operations.map((operation) => {
            const address = addressOf(operation.path);
            const told = paths[address]![operation.method.toLowerCase()]!;
            return <OperationView key={operation.id} {...{ operation, told, address, schemas }} />;
          })}
        </section>
      ))}
    </main>
  );
}
