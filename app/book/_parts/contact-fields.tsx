import { Field } from "./field";
import { PrivacyLine, type PrivacyWords } from "./privacy-line";

export type ContactWords = Record<"name" | "phone" | "phoneHelp" | "phoneTitle", string> & PrivacyWords;

type Props = {
  typed: { name: string; phone: string };
  errors: { name?: string | undefined; phone?: string | undefined };
  /** What the number is for. */
  help: string;
  /** Where the business says what it does with it. */
  privacy: string;
  words: ContactWords;
};

/** Who it is for, and the number that reaches them. */
export const ContactFields = ({ typed, errors, help, privacy, words }: Props) => (
  <>
    <Field
      name="name"
      label={words.name}
      autoComplete="name"
      required
      maxLength={80}
      defaultValue={typed.name}
      error={errors.name}
    />
    <Field
      name="phone"
      type="tel"
      label={words.phone}
      help={`${words.phoneHelp} ${help}`}
      autoComplete="tel"
      inputMode="tel"
      required
      maxLength={40}
      pattern="[+0-9 .\(\)\-]{7,}"
      title={words.phoneTitle}
      defaultValue={typed.phone}
      error={errors.phone}
    />
    <PrivacyLine href={privacy} words={words} />
  </>
);
