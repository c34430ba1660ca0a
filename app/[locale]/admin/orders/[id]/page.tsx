import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { CallCard } from "@/components/cash/call-card";
import { ClientWords } from "@/components/client-words";
import { DeskBuyer } from "@/components/desk/desk-buyer";
import { DeskGoods } from "@/components/desk/desk-goods";
import { DeskHead } from "@/components/desk/desk-head";
import { DeskMessages } from "@/components/desk/desk-messages";
import { DeskMoney } from "@/components/desk/desk-money";
import { DeskNotes } from "@/components/desk/desk-notes";
import { DeskStock } from "@/components/desk/desk-stock";
import { DeskStory } from "@/components/desk/desk-story";
import { OrderDesk } from "@/components/desk/order-desk";
import { RefundForm } from "@/components/desk/refund-form";
import { ReturnForm } from "@/components/desk/return-form";
import { WrittenForm } from "@/components/desk/written-form";
import { itemName } from "@/components/orders/item-name";
import { OrderAttempts } from "@/components/orders/order-attempts";
import { Card } from "@/components/ui/card";
import { loadNeedsCall } from "@/lib/cash/loaders";
import { loadDeskOrder } from "@/lib/desk/loaders";
import { privateMetadata } from "@/lib/http/page-metadata";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("order"))("title"));
}

export default async function AdminOrderPage({ params }: { params: Promise<{ id: string }> }) {
  const loaded = await loadDeskOrder((await params).id);
  if (!loaded) return <NotFoundPage />;
  const { order, version, actions, sums, refundable, notes, messages, reach, isAdmin, now } = loaded;
  const [t, locale] = await Promise.all([getTranslations("adminOrders"), getLocale()]);
  const seen = { orderId: order.id, version };
  const returnable = order.items
    .filter((item) => item.returned < item.quantity)
    .map((item) => ({ id: item.id, name: itemName(item, locale), most: item.quantity - item.returned }));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <DeskHead order={order} now={now} />
      <div className="grid gap-4 lg:order-1">
        {(await loadNeedsCall(order, loaded.calledAt)) && <CallCard orderId={order.id} />}
        <ClientWords rooms={["adminOrders", "order", "problems", "fields"]}>
          <Card title={t("next")}>
            <OrderDesk
              {...seen}
              actions={actions}
              total={sums.total}
              courier={order.courier}
              trackingNumber={order.tracking_number}
            />
          </Card>
          {isAdmin && refundable && (
            <Card title={t("refundTitle")}>
              <RefundForm
                key={loaded.refunds.length}
                {...seen}
                paymentId={refundable.id}
                paymentHref={`/admin/payments/${refundable.id}`}
                left={refundable.left}
              />
            </Card>
          )}
          {actions.canReturn && (
            <Card title={t("returnTitle")}>
              <ReturnForm
                key={loaded.returned.length}
                {...seen}
                lines={returnable}
                canRefund={isAdmin && refundable !== null}
              />
            </Card>
          )}
          <DeskBuyer order={order} buyer={loaded.buyer} calledAt={loaded.calledAt} now={now} />
          <DeskNotes notes={notes} now={now}>
            <WrittenForm
              key={notes.length}
              {...seen}
              intent="note"
              label={t("note")}
              hint={t("noteHint")}
              submit={t("addNote")}
            />
          </DeskNotes>
          <DeskMessages messages={messages} now={now}>
            {reach ? (
              <WrittenForm
                key={notes.length}
                {...seen}
                intent="message"
                label={t("message")}
                hint={t(reach === "mail" ? "messageByMail" : "messageBySms")}
                submit={t("send")}
              />
            ) : (
              <p>{t("unreachable")}</p>
            )}
          </DeskMessages>
        </ClientWords>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <DeskGoods order={order} pictures={loaded.pictures} />
        <OrderAttempts payments={order.payments} hrefOf={({ id }) => `/admin/payments/${id}`} now={now} />
        <DeskStory lines={loaded.story} now={now} />
        <DeskMoney movements={loaded.movements} now={now} />
        <DeskStock moves={loaded.stockMoves} now={now} />
      </div>
    </div>
  );
}
