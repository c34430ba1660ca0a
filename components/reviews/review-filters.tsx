import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { REVIEW_KINDS, type ReviewKind } from "@/lib/reviews/model";

type ReviewFiltersProps = {
  filters: { open?: "true" | "false"; kind?: ReviewKind; mine?: "true" };
  /** The settlement file whose rows the list is about. */
  file: { id: number; name: string } | null;
  path: string;
};

/** Which items to see, as a plain form. */
export async function ReviewFilters({ filters, file, path }: ReviewFiltersProps) {
  const [t, admin] = await Promise.all([getTranslations("adminReview"), getTranslations("admin")]);
  return (
    <form action={path} className="card flex flex-wrap items-end gap-4 p-4">
      <Select name="open" label={t("stands")} defaultValue={filters.open ?? "true"}>
        <option value="true">{t("open")}</option>
        <option value="false">{t("closed")}</option>
      </Select>
      <Select name="kind" label={t("kind")} defaultValue={filters.kind ?? ""}>
        <option value="">{admin("all")}</option>
        {REVIEW_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kinds.${kind}.title`)}
          </option>
        ))}
      </Select>
      <label className="inline-flex min-h-12 items-center gap-2">
        <input
          type="checkbox"
          name="mine"
          value="true"
          defaultChecked={filters.mine === "true"}
          className="size-5 shrink-0 accent-cobalt"
        />
        {t("mine")}
      </label>
      {file && (
        <label className="inline-flex min-h-12 items-center gap-2">
          <input type="checkbox" name="file" value={file.id} defaultChecked className="size-5 shrink-0 accent-cobalt" />
          <span>{t.rich("onlyFile", { name: () => <bdi>{file.name}</bdi> })}</span>
        </label>
      )}
      <Button size="small">{admin("filter")}</Button>
    </form>
  );
}
