import { DeskNotice } from "@/app/_components/customers/desk-notice";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { TextArea } from "@/app/_components/ui/text-area";
import type { FileChoices } from "@/lib/customers/file-choices";
import { mostNotes, statuses } from "@/lib/customers/rules";
import { BirthdayField } from "./birthday-field";
import type { Typed } from "./typed-file";

type Props = { of: Typed; choices: FileChoices; errorOf(name: string, label: string): string | undefined };

/** Enough to know somebody by. */
export const FirstFields = ({ of, errorOf }: Omit<Props, "choices">) => (
  <>
    <Field
      name="name"
      label="Name"
      defaultValue={of.name}
      maxLength={80}
      autoComplete="off"
      required
      error={errorOf("name", "Name")}
    />
    <Field
      name="phone"
      type="tel"
      label="Phone"
      defaultValue={of.phone ?? ""}
      maxLength={40}
      autoComplete="off"
      error={errorOf("phone", "Phone")}
    />
    <DeskNotice />
    <Field
      name="email"
      label="E-mail"
      defaultValue={of.email ?? ""}
      maxLength={200}
      inputMode="email"
      autoComplete="off"
      error={errorOf("email", "E-mail")}
    />
  </>
);

/** What else the house keeps of them. */
export const MoreFields = ({ of, choices, errorOf }: Props) => (
  <>
    <div className="grid items-start gap-5 sm:grid-cols-2">
      <SelectField
        name="status"
        label="Status"
        defaultValue={of.status}
        choices={statuses}
        help="Who is blocked does not book online; you can book for them."
        error={errorOf("status", "Status")}
      />
      <SelectField
        name="language"
        label="Writes and reads"
        defaultValue={of.language}
        choices={[
          { value: "en", label: "English" },
          { value: "sw", label: "Kiswahili" },
        ]}
      />
    </div>
    <div className="grid items-start gap-5 sm:grid-cols-2">
      <Field
        name="location"
        label="Lives in"
        defaultValue={of.location}
        maxLength={80}
        autoComplete="off"
        error={errorOf("location", "Where they live")}
      />
      <BirthdayField value={of.birthday} error={errorOf("birthday", "The birthday")} />
    </div>
    <Field
      name="tags"
      label="Tags"
      defaultValue={of.tags.join(", ")}
      maxLength={400}
      autoComplete="off"
      help="With commas between them: bride, walks in."
      error={errorOf("tags", "The tags")}
    />
    <SelectField
      name="preferredStaffId"
      label="Likes to be served by"
      defaultValue={of.preferredStaffId ?? ""}
      choices={[{ value: "", label: "Anybody" }, ...choices.staff.map(({ id, name }) => ({ value: id, label: name }))]}
      error={errorOf("preferredStaffId", "This person")}
    />
    {choices.services.length > 0 ? (
      <fieldset className="grid gap-1.5">
        <legend className="mb-1.5 font-medium">Favourite services</legend>
        <div className="grid max-h-44 gap-x-4 overflow-y-auto rounded-control border px-3 py-1.5 sm:grid-cols-2">
          {choices.services.map(({ id, name }) => (
            <label key={id} className="flex min-h-8 items-center gap-2">
              <input
                type="checkbox"
                name={`favourite ${id}`}
                defaultChecked={of.favourites.includes(id)}
                className="size-4 shrink-0 accent-accent"
              />
              <span className="min-w-0 break-words">{name}</span>
            </label>
          ))}
        </div>
      </fieldset>
    ) : null}
    <TextArea
      name="serviceNotes"
      label="How they like it done"
      defaultValue={of.serviceNotes}
      maxLength={mostNotes}
      help="Colour formulas, lengths, how hot the water. What must not come near them goes under allergies."
      error={errorOf("serviceNotes", "How they like it done")}
    />
  </>
);
