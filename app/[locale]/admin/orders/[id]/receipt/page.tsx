import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { PrintPage } from "@/app/[locale]/admin/orders/[id]/print-page";
import { Receipt } from "@/components/orders/receipt";
import { loadDeskPapers } from "@/lib/desk/loaders";
import { privateMetadata } from "@/lib/http/page-metadata";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminOrders"))("receipt"));
}

export default async function StaffReceiptPage({ params }: { params: Promise<{ id: string }> }) {
  const loaded = await loadDeskPapers((await params).id);
  if (!loaded) return <NotFoundPage />;
  const { order, refunds } = loaded;
  return (
    <PrintPage orderId={order.id}>
      <Receipt order={order} refunds={refunds} />
    </PrintPage>
  );
}
