import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { useSay } from "@/app/_words/use-say";
import { ListLoading } from "../list-loading";
import { NumbersLoading } from "../numbers-loading";
import { TodayDate } from "../today-date";

/**
 * In a group of its own: a skeleton for all pages would have answered 200 before one of them can say that it is not
 * there for this role.
 */
export default function TodayLoading() {
  const say = useSay();
  return (
    <>
      <PageHeader title={say("Today")} about={<TodayDate />} />
      <PageBody busy>
        <NumbersLoading />
        <div className="grid border-t pt-12 xl:grid-cols-[minmax(0,1fr)_21rem]">
          <ListLoading rows={12} />
          <ListLoading rows={6} />
        </div>
      </PageBody>
    </>
  );
}
