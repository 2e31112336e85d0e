import type { ImportField, Mapping } from "@/db/schema/privacy";

/** What a column may be. Only a name has to be there. */
export const importFields: readonly { field: ImportField; label: string; help?: string }[] = [
  { field: "name", label: "Name" },
  { field: "phone", label: "Phone" },
  { field: "email", label: "E-mail" },
  { field: "location", label: "Where they live" },
  { field: "birthday", label: "Birthday", help: "Day and month; a year is not kept." },
  { field: "tags", label: "Tags", help: "Several with ; between them." },
  { field: "allergies", label: "Allergies" },
  { field: "notes", label: "Notes" },
  { field: "serviceNotes", label: "How they like it done" },
  { field: "language", label: "Language", help: "English or Swahili." },
  { field: "marketing", label: "Allows offers and news", help: "Counts only together with the day they said so." },
  { field: "marketingSince", label: "Allowed since" },
];

const known: Record<ImportField, RegExp> = {
  name: /^(full |customer |client |display )?names?$|^jina$/,
  phone: /phone|mobile|^tel|simu|msisdn|whatsapp|^number$/,
  email: /e ?mail|barua pepe/,
  location: /location|address|area|estate|town|city/,
  birthday: /birth|dob/,
  tags: /^tags?$|labels?|groups?|category/,
  allergies: /allerg/,
  serviceNotes: /service notes?|formula|preferences?/,
  notes: /notes?|comments?|remarks?/,
  language: /language|lugha/,
  marketingSince: /(marketing|consent|opt ?in|subscribed).*(date|since|at|on)$/,
  marketing: /marketing|consent|opt ?in|subscribed|newsletter/,
};

const plain = (cell: string) =>
  cell
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, " ")
    .trim();

/** What the columns of a file probably are, by what they are called; each is one thing at most. */
export function guessed(header: readonly string[]): Mapping {
  const names = header.map(plain);
  const taken = new Set<number>();
  const mapping: Mapping = {};
  for (const [field, pattern] of Object.entries(known) as [ImportField, RegExp][]) {
    const at = names.findIndex((name, column) => !taken.has(column) && pattern.test(name));
    if (at < 0) continue;
    taken.add(at);
    mapping[field] = at;
  }
  return mapping;
}
