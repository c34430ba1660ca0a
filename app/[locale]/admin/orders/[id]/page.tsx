import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { CallCard } from "@/components/cash/call-card";
import { ClientWords } from "@/components/client-words";
import { DeskBuyer } from "@/components/desk/desk-buyer";
import { DeskDone } from "@/components/desk/desk-done";
import { DeskGoods } from "@/components/desk/desk-goods";
import { DeskHead } from "@/components/desk/desk-head";
import { DeskMessages } from "@/components/desk/desk-messages";
import { DeskMoney } from "@/components/desk/desk-money";
import { DeskNotes } from "@/components/desk/desk-notes";
import { DeskStock } from "@/components/desk/desk-stock";
import { DeskStory } from "@/components/desk/desk-story";
import { OrderDesk } from "@/components/desk/order-desk";
import { ReturnForm } from "@/components/desk/return-form";
import { WrittenForm } from "@/components/desk/written-form";
import { itemName } from "@/components/orders/item-name";
import { OrderAttempts } from "@/components/orders/order-attempts";
import { RefundForm } from "@/components/refunds/refund-form";
import { Card } from "@/components/ui/card";
import { Link } from "@/i18n/navigation";
import { loadNeedsCall } from "@/lib/cash/loaders";
import { loadDeskOrder } from "@/lib/desk/loaders";
import { privateMetadata } from "@/lib/http/page-metadata";

export async function generateMetadata({ params }: Pick<AdminOrderPageProps, "params">): Promise<Metadata> {
  const loaded = await loadDeskOrder((await params).id);
  return privateMetadata(loaded?.order.order_number ?? (await getTranslations("order"))("title"));
}

type AdminOrderPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export default async function AdminOrderPage({ params, searchParams }: AdminOrderPageProps) {
  const loaded = await loadDeskOrder((await params).id);
  if (!loaded) return <NotFoundPage />;
  const { order, version, actions, sums, offer, own, notes, messages, reach, now } = loaded;
  const { done } = await searchParams;
  const [t, refunds, locale] = await Promise.all([
    getTranslations("adminOrders"),
    getTranslations("adminRefunds"),
    getLocale(),
  ]);
  const seen = { orderId: order.id, version };
  const returnable = order.items
    .filter((item) => item.returned < item.quantity)
    .map((item) => ({ id: item.id, name: itemName(item, locale), most: item.quantity - item.returned }));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <DeskHead order={order} waits={loaded.waits} now={now}>
        <DeskDone
          done={done}
          mark={`${version} ${own.notes} ${own.messages} ${loaded.calledAt ?? ""}`}
          canCancel={actions.cancel === "cancel"}
        />
      </DeskHead>
      <div className="grid gap-4 lg:order-1">
        {(await loadNeedsCall(order, loaded.calledAt)) && <CallCard orderId={order.id} />}
        <ClientWords rooms={["adminOrders", "adminRefunds", "adminForms", "auth", "order", "problems", "fields"]}>
          <Card title={t("next")}>
            <OrderDesk
              {...seen}
              actions={actions}
              waits={loaded.waits?.who ?? null}
              canRefund={offer !== null}
              total={sums.total}
              courier={order.courier}
              trackingNumber={order.tracking_number}
            />
          </Card>
          {offer && (
            <Card id="refund" title={refunds("title")}>
              <RefundForm key={own.refunds} offer={offer} seen={seen}>
                <p className="text-[0.9375rem] text-ink-soft">{refunds("noStock")}</p>
              </RefundForm>
              <Link
                href={`/admin/payments/${offer.payment_id}`}
                prefetch={false}
                className="link justify-self-start text-[0.9375rem]"
              >
                {refunds("toPayment")}
              </Link>
            </Card>
          )}
          {actions.canReturn && (
            <Card title={t("returnTitle")}>
              <ReturnForm key={own.returned} {...seen} lines={returnable} offer={offer} />
            </Card>
          )}
          <DeskBuyer order={order} buyer={loaded.buyer} calledAt={loaded.calledAt} now={now} />
          <DeskNotes notes={notes} now={now}>
            <WrittenForm
              key={own.notes}
              orderId={order.id}
              intent="note"
              label={t("note")}
              hint={t("noteHint")}
              submit={t("addNote")}
            />
          </DeskNotes>
          <DeskMessages messages={messages} now={now}>
            {reach ? (
              <WrittenForm
                key={own.messages}
                orderId={order.id}
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
        <OrderAttempts
          payments={order.payments}
          hrefOf={({ id }) => `/admin/payments/${id}`}
          hasVoucher={loaded.waits?.who === "customer"}
          now={now}
        />
        <DeskStory lines={loaded.story} now={now} />
        <DeskMoney movements={loaded.movements} now={now} />
        <DeskStock moves={loaded.stockMoves} now={now} />
      </div>
    </div>
  );
}
