import { useSay } from "@/app/_words/use-say";
import { Field } from "../ui/field";
import { NewPasswordField } from "./new-password-field";

type Texts = Partial<Record<"name" | "email" | "password", string>>;

/** Who somebody is who makes a login. */
export function LoginFields({ typed, errors }: { typed: Texts; errors: Texts }) {
  const say = useSay();
  return (
    <>
      <Field
        label={say("Your name")}
        name="name"
        autoComplete="name"
        required
        maxLength={80}
        defaultValue={typed.name}
        error={errors.name}
      />
      <Field
        label={say("E-mail")}
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={typed.email}
        error={errors.email}
      />
      <NewPasswordField name="password" label={say("Password")} error={errors.password} />
    </>
  );
}
