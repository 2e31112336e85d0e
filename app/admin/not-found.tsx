import type { Metadata } from "next";
import { PlainPage, plainButton } from "../_components/plain-page";

export const metadata: Metadata = { title: "Not here" };

/** Something of the platform that is not there; its other rooms stay a click away. */
export default function NotFound() {
  return (
    <PlainPage title="There is nothing at this address" why="It may be misspelt or out of date.">
      <a href="/admin/tenants" className={plainButton}>
        Go to the businesses
      </a>
    </PlainPage>
  );
}
