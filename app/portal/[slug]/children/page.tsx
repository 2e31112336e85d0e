import type { Metadata } from "next";
import Link from "next/link";
import { ownPage, portalTitle } from "@/app/_server/portal-page";
import { barButton, plainBarButton } from "@/app/book/_parts/bar";
import { childHref } from "@/app/book/_parts/links";
import { openTenantAt } from "@/app/book/_parts/tenant";
import { childrenOf, type OwnChild } from "@/lib/customers/own-customer";
import type { Language } from "@/lib/platform/format";
import { Corner } from "../corner";
import { portalWords } from "../portal-words";
import { OneButton } from "../you/one-button";
import { putBackTheirs, removeTheirs } from "./actions";
import { ChildForm } from "./child-form";
import { childrenWords } from "./words";

type Props = { params: Promise<{ slug: string }> };

export const generateMetadata = (): Promise<Metadata> => portalTitle((language) => portalWords[language].children);

/** Whom somebody answers for at this business. */
export default async function ChildrenPage({ params }: Props) {
  const { slug } = await params;
  const tenant = await openTenantAt(slug);
  if (!tenant) return null;
  const { own, shown, signs } = await ownPage(tenant, (scope, own) => childrenOf(scope, own.id));
  const { language } = own;
  const words = childrenWords[language];
  const [here, away] = [shown.filter(({ archived }) => !archived), shown.filter(({ archived }) => archived)];
  return (
    <Corner
      slug={slug}
      at="children"
      language={language}
      house={tenant.name}
      signs={signs}
      title={portalWords[language].children}
      about={<p className="max-w-[34rem]">{words.about}</p>}
    >
      <div className="grid content-start gap-6">
        {here.length === 0 ? <p className="text-quiet">{words.none}</p> : null}
        <ul className="divide-y divide-line border-y border-line empty:hidden">
          {here.map((child) => (
            <li key={child.id} className="py-4">
              <Child slug={slug} child={child} language={language} />
            </li>
          ))}
        </ul>
        {here.length === 0 ? (
          <ChildForm slug={slug} language={language} />
        ) : (
          <details>
            <summary className={`${plainBarButton} cursor-pointer`}>{words.addAnother}</summary>
            <div className="pt-4">
              <ChildForm key={here.length} slug={slug} language={language} />
            </div>
          </details>
        )}
        {away.length > 0 ? (
          <details>
            <summary className="inline-flex min-h-11 cursor-pointer items-center text-quiet">{words.removed}</summary>
            <ul className="grid justify-items-start gap-3 pt-2">
              {away.map(({ id, name }) => (
                <li key={id}>
                  <OneButton slug={slug} action={putBackTheirs} id={id} className={plainBarButton}>
                    {words.putBack(name)}
                  </OneButton>
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
    </Corner>
  );
}

function Child({ slug, child, language }: { slug: string; child: OwnChild; language: Language }) {
  const words = childrenWords[language];
  return (
    <article aria-label={child.name} className="grid gap-3">
      <h2 className="font-medium break-words">{child.name}</h2>
      <Link href={childHref(slug, child.id)} prefetch={false} className={`${barButton} justify-self-start`}>
        <span className="truncate">{words.book(child.name)}</span>
      </Link>
      {child.onTheirOwn ? null : (
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center underline decoration-edge underline-offset-4">
            {words.change(child.name)}
          </summary>
          <div className="grid gap-6 pt-2 pb-4">
            <ChildForm slug={slug} language={language} child={child} />
            <OneButton slug={slug} action={removeTheirs} id={child.id} className={plainBarButton}>
              {words.removeWhom(child.name)}
            </OneButton>
          </div>
        </details>
      )}
    </article>
  );
}
