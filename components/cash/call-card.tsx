import { getTranslations } from "next-intl/server";
import { CallBuyer } from "@/components/admin/call-buyer";
import { ClientWords } from "@/components/client-words";
import { Card } from "@/components/ui/card";

/** What stands before the first step of a cash order whose buyer nobody has reached yet. */
export async function CallCard({ orderId }: { orderId: number }) {
  const t = await getTranslations("adminCall");
  return (
    <ClientWords rooms={["adminCall", "adminForms", "problems", "fields"]}>
      <Card title={t("title")}>
        <CallBuyer orderId={orderId} />
      </Card>
    </ClientWords>
  );
}
