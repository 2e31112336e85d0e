import type { BusinessSettings } from "@/lib/tenancy/get-business";

const typedFields = [
  ...(["name", "businessType", "city", "address", "mapLink", "phone", "whatsapp", "email"] as const),
  ...(["about", "aboutSw", "timeZone", "language", "slug"] as const),
];
export type TypedField = (typeof typedFields)[number];
export type TypedBusiness = Record<TypedField, string> & { listed: boolean };

/** As it stands in the fields. */
export const typedOf = (house: BusinessSettings): TypedBusiness => ({
  ...(Object.fromEntries(typedFields.map((field) => [field, house[field] ?? ""])) as Record<TypedField, string>),
  listed: house.listed,
});

/** What was typed over; the rest is left to whoever changes it meanwhile. */
export function changedOf(house: BusinessSettings, typed: TypedBusiness): Partial<TypedBusiness> {
  const before = typedOf(house);
  return Object.fromEntries(
    Object.entries(typed).filter(([field, value]) => value !== before[field as keyof TypedBusiness]),
  );
}
