import { Building2 } from "lucide-react";
import Link from "next/link";
import { useSay } from "@/app/_words/use-say";
import { DropdownMenuItem } from "../ui/dropdown-menu";

/** The way to the platform's administration, for those who have it. */
export function AdminLink() {
  const say = useSay();
  return (
    <DropdownMenuItem asChild>
      <Link href="/admin">
        <Building2 aria-hidden />
        {say("Administration")}
      </Link>
    </DropdownMenuItem>
  );
}
