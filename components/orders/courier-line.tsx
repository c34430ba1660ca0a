import { useTranslations } from "next-intl";

/** With whom an order travels, and by which number that courier knows it. */
export function CourierLine({ courier, trackingNumber }: { courier: string; trackingNumber: string }) {
  const t = useTranslations("order");
  if (!courier && !trackingNumber) return null;
  return (
    <p className="text-[0.9375rem]">
      {courier && t.rich("courier", { courier: () => <bdi className="font-medium">{courier}</bdi> })}
      {courier && trackingNumber && " · "}
      {trackingNumber && (
        <>
          {t("trackingNumber")}: <bdi className="figures font-medium">{trackingNumber}</bdi>
        </>
      )}
    </p>
  );
}
