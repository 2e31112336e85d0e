import type { BusinessSettings } from "@/lib/tenancy/get-business";

const typedFields = [
  ...(["name", "businessType", "city", "address", "mapLink", "phone", "whatsapp", "email"] as const),
  ...(["about", "aboutSw", "timeZone", "language", "slug"] as const),
];
export type TypedField = (typeof typedFields)[number];
export type TypedBusiness = Record<TypedField, string> & { listed: boolean };

/** As it stands in the fields: what was typed over what the house says by now. */
export const shownOf = (house: BusinessSettings, touched: Partial<TypedBusiness>): TypedBusiness => ({
  ...(Object.fromEntries(typedFields.map((field) => [field, house[field] ?? ""])) as Record<TypedField, string>),
  listed: house.listed,
  ...touched,
});
