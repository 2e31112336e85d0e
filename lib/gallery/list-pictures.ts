import { type SQL, sql } from "drizzle-orm";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { mostKept } from "./rules";

export type GalleryPicture = {
  id: string;
  title: string;
  isPublic: boolean;
  /** Of the large one, in pixels. */
  width: number;
  height: number;
  staffId: string | null;
  staffName: string | null;
  serviceId: string | null;
  serviceName: string | null;
  /** The service can be booked: it is on offer, and somebody is there who does it. */
  bookable: boolean;
};

/** Put away: it has no picture that anybody is shown. */
export type ArchivedPicture = Omit<GalleryPicture, "width" | "height"> & { archivedAt: string };

export type Choice = { id: string; name: string };

export type Gallery = {
  items: GalleryPicture[];
  archived: ArchivedPicture[];
  staff: Choice[];
  services: Choice[];
  position: string;
};

type Row = GalleryPicture & { archivedAt: string | null };

const pictures = (scope: Scope, which: SQL, most: number) =>
  scope.tx.execute<Row>(sql`
    select p.id, p.title, p.is_public as "isPublic", p.width, p.height, p.staff_id as "staffId", w.name as "staffName",
      p.service_id as "serviceId", s.name as "serviceName",
      coalesce(s.active and s.archived_at is null and exists (select from staff_services c
        join staff d on d.tenant_id = c.tenant_id and d.id = c.staff_id and d.active and d.archived_at is null
        where c.tenant_id = s.tenant_id and c.service_id = s.id), false) as bookable, p.archived_at as "archivedAt"
    from gallery_pictures p
    left join staff w on w.tenant_id = p.tenant_id and w.id = p.staff_id
    left join services s on s.tenant_id = p.tenant_id and s.id = p.service_id
    where p.tenant_id = ${scope.tenantId} and ${which}
    limit ${most}`);

const shownOf = ({ archivedAt: _, ...picture }: Row): GalleryPicture => picture;

/** Everything that a member sees of it: what is shown in its order, what was put away, latest first. */
export async function listPictures(scope: Scope): Promise<Gallery> {
  const { tx, tenantId } = scope;
  const [head, items, archived, staff, services] = await Promise.all([
    headOf(scope),
    pictures(scope, sql`p.archived_at is null order by p.position, p.id`, mostKept),
    pictures(scope, sql`p.archived_at is not null order by p.archived_at desc, p.id`, mostKept),
    tx.execute<Choice>(sql`select id, name from staff where tenant_id = ${tenantId} and archived_at is null
      order by position, name, id`),
    tx.execute<Choice>(sql`select id, name from services where tenant_id = ${tenantId} and archived_at is null
      order by position, name, id`),
  ]);
  return {
    items: items.map(shownOf),
    archived: archived.map(({ width: _, height: __, archivedAt, ...picture }) => ({
      ...picture,
      archivedAt: new Date(archivedAt!).toISOString(),
    })),
    staff: [...staff],
    services: [...services],
    position: writePosition(head),
  };
}

/** Those that are for everybody, in their order. */
export async function publicPictures(scope: Scope, limit = mostKept): Promise<GalleryPicture[]> {
  const found = await pictures(scope, sql`p.archived_at is null and p.is_public order by p.position, p.id`, limit);
  return found.map(shownOf);
}
