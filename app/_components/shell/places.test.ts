import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { sayIn } from "@/app/_words/say";
import { wordsIn } from "@/app/_words/swahili";
import { permissions } from "@/lib/auth/permissions";
import { sectionsOf } from "./places";

const dashboard = fileURLToPath(new URL("../../dashboard/[tenantId]", import.meta.url));
const isPage = (folder: string) => existsSync(`${dashboard}/${folder}/page.tsx`);
const places = sectionsOf(sayIn("en", wordsIn("en")), {
  id: "house",
  slug: "house",
  may: permissions,
  staffId: "me",
}).flatMap((one) => one.places);
const folders = places
  .filter(({ outside }) => !outside)
  .map(({ href }) => href.replace(/^\/dashboard\/house\/?/, "") || "(today)");

test("every place that is offered is a page", () => {
  expect(folders.filter((folder) => !isPage(folder))).toEqual([]);
});

test("every page of the house is offered, but for the one that its member leaves by", () => {
  const pages = readdirSync(dashboard).filter((name) => isPage(name) && !name.startsWith("["));
  expect(pages.filter((name) => !folders.includes(name))).toEqual(["leave"]);
});
