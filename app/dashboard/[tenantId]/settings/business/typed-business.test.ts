import { expect, test } from "vitest";
import type { BusinessSettings } from "@/lib/tenancy/get-business";
import { shownOf } from "./typed-business";

const house: BusinessSettings = {
  ...{ name: "Amani", businessType: "salon", city: "Nairobi", address: "", mapLink: null, phone: "+254700000000" },
  ...{ whatsapp: null, email: null, about: "", aboutSw: "", timeZone: "Africa/Nairobi", language: "en", listed: true },
  ...{ slug: "amani", formerSlugs: [], colour: "#0f766e", logo: null, currency: "KES", status: "active", toCome: 0 },
  position: "1",
};

test("what a colleague changes meanwhile shows beside what is typed", () => {
  const touched = { name: "Amani Salon" };
  const meanwhile: BusinessSettings = { ...house, name: "Amani Spa", city: "Nakuru", whatsapp: "+254733000111" };
  expect(shownOf(meanwhile, touched)).toMatchObject({ name: "Amani Salon", city: "Nakuru", whatsapp: "+254733000111" });
  expect(shownOf(house, {})).toMatchObject({ name: "Amani", mapLink: "", listed: true });
});
