import { Field } from "./field";
import { PrivacyLine } from "./privacy-line";

type Props = {
  typed: { name: string; phone: string };
  errors: { name?: string | undefined; phone?: string | undefined };
  /** What the number is for. */
  help: string;
  /** Where the business says what it does with it. */
  privacy: string;
};

/** Who it is for, and the number that reaches them. */
export const ContactFields = ({ typed, errors, help, privacy }: Props) => (
  <>
    <Field
      name="name"
      label="Name"
      autoComplete="name"
      required
      maxLength={80}
      defaultValue={typed.name}
      error={errors.name}
    />
    <Field
      name="phone"
      type="tel"
      label="Phone"
      help={`Like 0712 345 678. ${help}`}
      autoComplete="tel"
      inputMode="tel"
      required
      maxLength={40}
      pattern="[+0-9 .\(\)\-]{7,}"
      title="A phone number, like 0712 345 678"
      defaultValue={typed.phone}
      error={errors.phone}
    />
    <PrivacyLine href={privacy} />
  </>
);
