import type { Metadata } from "next";
import { sayHere } from "@/app/_words/say-here";
import { useSay } from "@/app/_words/use-say";
import { PlainPage, plainButton } from "../_components/plain-page";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Not here") };
}

/** Something of the platform that is not there; its other rooms stay a click away. */
export default function NotFound() {
  const say = useSay();
  return (
    <PlainPage title={say("There is nothing at this address")} why={say("It may be misspelt or out of date.")}>
      <a href="/admin/tenants" className={plainButton}>
        {say("Go to the businesses")}
      </a>
    </PlainPage>
  );
}
