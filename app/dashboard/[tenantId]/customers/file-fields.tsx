import { DeskNotice } from "@/app/_components/customers/desk-notice";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { TextArea } from "@/app/_components/ui/text-area";
import { useSay } from "@/app/_words/use-say";
import type { FileChoices } from "@/lib/customers/file-choices";
import { mostNotes, statuses } from "@/lib/customers/rules";
import { BirthdayField } from "./birthday-field";
import { languageNames } from "./language-names";
import type { Typed } from "./typed-file";

type Props = { of: Typed; choices: FileChoices; errorOf(name: string, label: string): string | undefined };

/** Enough to know somebody by. */
export function FirstFields({ of, errorOf }: Omit<Props, "choices">) {
  const say = useSay();
  return (
    <>
      <Field
        name="name"
        label={say("Name")}
        defaultValue={of.name}
        maxLength={80}
        autoComplete="off"
        required
        error={errorOf("name", say("Name"))}
      />
      <Field
        name="phone"
        type="tel"
        label={say("Phone")}
        defaultValue={of.phone ?? ""}
        maxLength={40}
        autoComplete="off"
        error={errorOf("phone", say("Phone"))}
      />
      <DeskNotice />
      <Field
        name="email"
        label={say("E-mail")}
        defaultValue={of.email ?? ""}
        maxLength={200}
        inputMode="email"
        autoComplete="off"
        error={errorOf("email", say("E-mail"))}
      />
    </>
  );
}

/** What else the house keeps of them. */
export function MoreFields({ of, choices, errorOf }: Props) {
  const say = useSay();
  return (
    <>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <SelectField
          name="status"
          label={say("Status")}
          defaultValue={of.status}
          choices={statuses.map(({ value, label }) => ({ value, label: say.known(label) }))}
          help={say("Who is blocked does not book online; you can book for them.")}
          error={errorOf("status", say("Status"))}
        />
        <SelectField
          name="language"
          label={say("Writes and reads")}
          defaultValue={of.language}
          choices={Object.entries(languageNames).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field
          name="location"
          label={say("Lives in")}
          defaultValue={of.location}
          maxLength={80}
          autoComplete="off"
          error={errorOf("location", say("Where they live"))}
        />
        <BirthdayField value={of.birthday} error={errorOf("birthday", say("The birthday"))} />
      </div>
      <Field
        name="tags"
        label={say("Tags")}
        defaultValue={of.tags.join(", ")}
        maxLength={400}
        autoComplete="off"
        help={say("With commas between them: bride, walks in.")}
        error={errorOf("tags", say("The tags"))}
      />
      <SelectField
        name="preferredStaffId"
        label={say("Likes to be served by")}
        defaultValue={of.preferredStaffId ?? ""}
        choices={[
          { value: "", label: say("Anybody") },
          ...choices.staff.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        error={errorOf("preferredStaffId", say("This person"))}
      />
      {choices.services.length > 0 ? (
        <fieldset className="grid gap-1.5">
          <legend className="mb-1.5 font-medium">{say("Favourite services")}</legend>
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
        label={say("How they like it done")}
        defaultValue={of.serviceNotes}
        maxLength={mostNotes}
        help={say("Colour formulas, lengths, how hot the water. What must not come near them goes under allergies.")}
        error={errorOf("serviceNotes", say("How they like it done"))}
      />
    </>
  );
}
