import type { CustomerFields } from "@/lib/customers/file-input";
import type { CustomerFile } from "@/lib/customers/get-customer";

export type Typed = CustomerFields;

export const emptyFile: Typed = {
  ...{ name: "", phone: null, email: null, status: "active", location: "", birthday: null, tags: [] },
  ...{ preferredStaffId: null, favourites: [], serviceNotes: "", language: "en" },
};

/** A file as its form holds it. */
export const typedOf = (file: CustomerFile): Typed => ({
  name: file.name,
  phone: file.phone,
  email: file.email,
  status: file.status,
  location: file.location,
  birthday: file.birthday,
  tags: file.tags,
  preferredStaffId: file.preferredStaff?.id ?? null,
  favourites: file.favourites.map(({ id }) => id).sort(),
  serviceNotes: file.serviceNotes,
  language: file.language,
});

/** What was typed, field by field, as it is sent; which of it can be so is the server's to say. */
export function sentOf(given: Record<string, unknown>): Record<keyof Typed, unknown> {
  const text = (name: string) => String(given[name] ?? "");
  const [month, day] = [text("birthMonth"), text("birthDay")];
  return {
    name: text("name"),
    phone: text("phone"),
    email: text("email"),
    status: text("status"),
    location: text("location"),
    // Half a birthday is none, and is said to be.
    birthday: month || day ? `${month}-${day}` : "",
    tags: text("tags")
      .split(",")
      .map((tag) => tag.trim())
      .filter(Boolean),
    preferredStaffId: text("preferredStaffId"),
    favourites: Object.keys(given)
      .flatMap((name) => (name.startsWith("favourite ") ? [name.slice("favourite ".length)] : []))
      .sort(),
    serviceNotes: text("serviceNotes"),
    language: text("language"),
  };
}

/** What was typed, held as a form begins with it. */
export const heldAs = (sent: Record<keyof Typed, unknown>): Typed =>
  Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [
      name,
      value === "" && emptyFile[name as keyof Typed] === null ? null : value,
    ]),
  ) as Typed;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What was typed over what was seen, and what stands there now of the rest. */
export const mergedOf = ({ seen, typed, is }: Record<"seen" | "typed" | "is", Typed>): Typed =>
  Object.fromEntries(
    (Object.keys(is) as (keyof Typed)[]).map((name) => [name, same(typed[name], seen[name]) ? is[name] : typed[name]]),
  ) as Typed;
