import { useSay } from "@/app/_words/use-say";
import type { Role } from "@/db/schema/people";
import { roleAbout, roleWords } from "@/lib/members/rules";

type Props = { choices: readonly Role[]; value: Role | null; onChoose(role: Role): void; error?: string | undefined };

/** The roles that may be given, each with what it lets somebody do. */
export function RoleChoice({ choices, value, onChoose, error }: Props) {
  const say = useSay();
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-medium">{say("Role")}</legend>
      <div className="divide-y rounded-control border border-edge">
        {choices.map((role) => (
          <label
            key={role}
            className="flex items-start gap-3 px-3 py-(--row) transition-colors first:rounded-t-control last:rounded-b-control hover:bg-wash has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="role"
              value={role}
              checked={value === role}
              onChange={() => onChoose(role)}
              className="mt-0.5 size-4 shrink-0 accent-accent outline-none"
            />
            <span className="grid">
              <span className="font-medium">{say.known(roleWords[role])}</span>
              <span className="text-quiet">{say.known(roleAbout[role])}</span>
            </span>
          </label>
        ))}
      </div>
      {error ? <p className="text-danger">{error}</p> : null}
    </fieldset>
  );
}
