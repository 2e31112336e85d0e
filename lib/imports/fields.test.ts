import { expect, test } from "vitest";
import type { ImportKind } from "@/db/schema/imports";
import { fieldsOf, guessed } from "./fields";
import { importKinds } from "./rules";

test.each<[ImportKind, string, Record<string, string>]>([
  [
    "customers",
    "First Name,Last Name,Mobile Number,Email,Date of Birth,Note",
    {
      name: "First Name",
      surname: "Last Name",
      phone: "Mobile Number",
      email: "Email",
      birthday: "Date of Birth",
      notes: "Note",
    },
  ],
  ["customers", "Jina,Simu,Barua pepe,Maelezo", { name: "Jina", phone: "Simu", email: "Barua pepe", notes: "Maelezo" }],
  ...[
    "Name,Phone,E-mail,Status,Tags,Lives in,Birthday,Visits,Paid,Currency,Last visit,Known since",
    "Jina,Simu,Barua pepe,Hali,Lebo,Anaishi,Siku ya kuzaliwa,Ziara,Amelipa,Sarafu,Ziara ya mwisho,Anajulikana tangu",
  ].map((ours): [ImportKind, string, Record<string, string>] => {
    const [name = "", phone = "", email = "", , tags = "", location = "", birthday = ""] = ours.split(",");
    return ["customers", ours, { name, phone, email, tags, location, birthday }];
  }),
  [
    "services",
    "Service name,Category,Duration (min),Price,Description,Clean-up time",
    {
      name: "Service name",
      category: "Category",
      minutes: "Duration (min)",
      price: "Price",
      description: "Description",
      after: "Clean-up time",
    },
  ],
  ["services", "Huduma,Aina,Muda,Bei", { name: "Huduma", category: "Aina", minutes: "Muda", price: "Bei" }],
  [
    "services",
    "Item Name,Category,Description,Price,Duration",
    { name: "Item Name", category: "Category", minutes: "Duration", price: "Price", description: "Description" },
  ],
  [
    "staff",
    "Team member,Mobile,Email,Services,Working hours",
    { name: "Team member", phone: "Mobile", email: "Email", services: "Services", hours: "Working hours" },
  ],
  ["staff", "Mfanyakazi,Simu,Huduma,Saa", { name: "Mfanyakazi", phone: "Simu", services: "Huduma", hours: "Saa" }],
  [
    "bookings",
    "Client,Client phone,Service,Team member,Scheduled on,Time,Notes",
    {
      name: "Client",
      phone: "Client phone",
      services: "Service",
      staff: "Team member",
      date: "Scheduled on",
      time: "Time",
      notes: "Notes",
    },
  ],
  [
    "bookings",
    "Customer Name,Phone,Appointment type,Calendar staff,Start date,Start time",
    {
      name: "Customer Name",
      phone: "Phone",
      services: "Appointment type",
      staff: "Calendar staff",
      date: "Start date",
      time: "Start time",
    },
  ],
  [
    "bookings",
    "Mteja,Simu,Huduma,Mhudumu,Tarehe,Saa",
    { name: "Mteja", phone: "Simu", services: "Huduma", staff: "Mhudumu", date: "Tarehe", time: "Saa" },
  ],
])("columns of %s are guessed by what they are called: %s", (kind, line, meant) => {
  const header = line.split(",");
  const found = Object.entries(guessed(kind, header)).map(([field, at]) => [field, header[at]]);
  expect(Object.fromEntries(found)).toEqual(meant);
});

test.each(importKinds)("of %s what is needed is among the fields, each once", (kind) => {
  const fields = fieldsOf(kind);
  expect(new Set(fields.map(({ field }) => field)).size).toBe(fields.length);
  expect(fields.filter(({ needed }) => needed).length).toBeGreaterThan(0);
});
