import type { ImportKind, Mapping } from "@/db/schema/imports";

export type Field = {
  field: string;
  label: string;
  help?: string;
  /** Without it nothing can be read in. */
  needed?: true;
  /** What columns are called that are probably this: in English, in Swahili, and in what other programs write. */
  known: RegExp;
};

const surname = { field: "surname", label: "Second name", help: "Where it stands in a column of its own." };
const phone = /phone|mobile|^tel|simu|msisdn|whatsapp|^number$|^nambari/;
const email = /e ?mail|barua pepe/;
const second = /^(last|second|family|client last|customer last|invitee last) ?name$|^surname$|^jina la (pili|ukoo)$/;
const notes = /notes?|comments?|remarks?|maelezo|maoni|description/;

/** What a column may be, by what the file is of. The more particular stand before what would take their columns. */
const fields: Record<ImportKind, readonly Field[]> = {
  customers: [
    {
      ...{ field: "name", label: "Name", needed: true },
      known: /^(full |customer |client |display |first |customer first |client first )?names?$|^jina( la mteja)?$/,
    },
    { ...surname, known: second },
    { field: "phone", label: "Phone", known: phone },
    { field: "email", label: "E-mail", known: email },
    {
      field: "location",
      label: "Where they live",
      known: /location|address|area|estate|town|city|^lives in$|anwani|mahali|^anaishi$/,
    },
    { field: "birthday", label: "Birthday", help: "Day and month; a year is not kept.", known: /birth|dob|kuzaliwa/ },
    {
      field: "tags",
      label: "Tags",
      help: "Several with ; between them.",
      known: /^tags?$|labels?|groups?|category|^lebo$/,
    },
    { field: "allergies", label: "Allergies", known: /allerg|mzio/ },
    {
      ...{ field: "serviceNotes", label: "How they like it done" },
      known: /service notes?|formula|preferences?/,
    },
    { field: "notes", label: "Notes", known: notes },
    { field: "language", label: "Language", help: "English or Swahili.", known: /language|lugha/ },
    {
      ...{ field: "marketingSince", label: "Allowed since" },
      known: /(marketing|consent|opt ?in|subscribed).*(date|since|at|on)$/,
    },
    {
      ...{ field: "marketing", label: "Allows offers and news" },
      help: "Counts only together with the day they said so.",
      known: /marketing|consent|opt ?in|subscribed|newsletter/,
    },
  ],
  services: [
    {
      ...{ field: "name", label: "Name", needed: true },
      known: /^(service|item|treatment|product|menu item)? ?(names?|title)?$|^huduma$|^jina( la huduma)?$/,
    },
    {
      ...{ field: "category", label: "Category", help: "Without one they stand under “Services”." },
      known: /category|segment|group|department|aina|kundi/,
    },
    {
      ...{ field: "before", label: "Minutes kept free before", help: "For getting ready." },
      known: /(buffer|padding|time|setup|preparation).*before|^setup|^preparation/,
    },
    {
      ...{ field: "after", label: "Minutes kept free after", help: "For cleaning up." },
      known: /(buffer|padding|time|cleanup).*after|clean ?up|^(buffer|padding)( time)?( min| mins| minutes)?$/,
    },
    {
      ...{ field: "minutes", label: "Minutes", needed: true, help: "90, 1:30 or 1 h 30 min." },
      known: /duration|minutes|length|^time$|^mins?$|muda|dakika/,
    },
    { field: "price", label: "Price", needed: true, known: /price|cost|amount|rate|fee|bei|gharama/ },
    { field: "description", label: "Description", known: notes },
  ],
  staff: [
    {
      ...{ field: "name", label: "Name", needed: true },
      known:
        /^(full |first |staff |employee |display |team member |provider |stylist )?names?$|^(team member|employee|staff|stylist|provider)$|^jina( la mfanyakazi)?$|^mfanyakazi$/,
    },
    { ...surname, known: second },
    { field: "phone", label: "Phone", known: phone },
    { field: "email", label: "E-mail", known: email },
    { field: "title", label: "Title", help: "What customers read below the name.", known: /title|role|position|cheo/ },
    {
      ...{ field: "services", label: "What they do", help: "Names of services, with ; between them." },
      known: /services?|skills?|treatments?|huduma/,
    },
    {
      ...{
        field: "hours",
        label: "Hours of a week",
        help: "Mon–Fri 09:00–18:00; Sat 9–14. Empty: the business's own.",
      },
      known: /hours|schedule|shifts?|working|saa/,
    },
  ],
  bookings: [
    {
      ...{ field: "name", label: "Name of the customer", needed: true },
      known:
        /^(full |customer |client |guest |invitee |first |customer first |client first |invitee first )?names?$|^(customer|client|guest|invitee|subject)$|^jina( la mteja)?$|^mteja$/,
    },
    { ...surname, known: second },
    { field: "phone", label: "Phone", known: phone },
    {
      ...{ field: "services", label: "Service", needed: true, help: "Several with ; between them." },
      known: /services?|treatments?|appointment type|event type|huduma/,
    },
    {
      ...{ field: "staff", label: "With whom", help: "Empty: whoever is free." },
      known: /staff|team member|employee|stylist|provider|barber|therapist|resource|mfanyakazi|mhudumu|^with$/,
    },
    {
      ...{ field: "date", label: "Date", needed: true, help: "31/12/2026 or 2026-12-31; the time may follow." },
      known: /date|^day$|^when$|starts? ?at|scheduled on|^start$|tarehe|siku/,
    },
    {
      ...{ field: "time", label: "Time", help: "14:30 or 2:30 pm, by your clock." },
      known: /^(start |appointment |booking |scheduled )?time$|^from$|^saa$|wakati/,
    },
    { field: "notes", label: "Notes", known: notes },
  ],
};

export const fieldsOf = (kind: ImportKind): readonly Field[] => fields[kind];

const plain = (cell: string) =>
  cell
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, " ")
    .trim();

/** What the columns of a file probably are, by what they are called; each is one thing at most. */
export function guessed(kind: ImportKind, header: readonly string[]): Mapping {
  const names = header.map(plain);
  const taken = new Set<number>();
  const mapping: Mapping = {};
  for (const { field, known } of fields[kind]) {
    const at = names.findIndex((name, column) => name !== "" && !taken.has(column) && known.test(name));
    if (at < 0) continue;
    taken.add(at);
    mapping[field] = at;
  }
  return mapping;
}
