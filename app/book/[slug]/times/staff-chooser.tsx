import Link from "next/link";
import type { StaffItem } from "@/lib/staff/list-staff";
import { type Chosen, timesHref } from "../../_parts/links";
import { Pending } from "../../_parts/pending";

type Props = { slug: string; staff: StaffItem[]; person: StaffItem | null; chosen: Chosen; day: string | undefined };

/** Anyone, or one of those who can do it. A full name only where two share their first. */
export function StaffChooser({ slug, staff, person, chosen, day }: Props) {
  const shortName = ({ name }: StaffItem) => {
    const first = name.split(" ")[0]!;
    return staff.filter((other) => other.name.startsWith(`${first} `)).length > 1 ? name : first;
  };
  const choices = [{ id: "any", label: "Anyone" }, ...staff.map((one) => ({ id: one.id, label: shortName(one) }))];
  return (
    <nav aria-label="With whom">
      <ul className="flex flex-wrap gap-2">
        {choices.map(({ id, label }) => (
          <li key={id}>
            <Link
              href={timesHref(slug, { ...chosen, staff: id, day })}
              prefetch={false}
              scroll={false}
              aria-current={id === (person?.id ?? "any") ? "true" : undefined}
              className="relative flex h-11 items-center rounded-control border border-edge bg-surface px-4 transition-colors hover:bg-wash aria-[current]:border-ink aria-[current]:font-medium aria-[current]:ring-1 aria-[current]:ring-ink"
            >
              {label}
              <Pending />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
