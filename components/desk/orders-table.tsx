import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Cell, Row, RowLink, Table } from "@/components/admin/table";
import { RowTick } from "@/components/desk/row-tick";
import { OrderStateMark } from "@/components/orders/order-state";
import { Money } from "@/components/ui/money";
import { shownPhone } from "@/components/ui/shown-phone";
import { When } from "@/components/ui/when";
import type { DeskColumn } from "@/lib/desk/model";
import type { OrderPaymentState, OrderState } from "@/lib/orders/model";
import type { PaymentMethod } from "@/lib/payments/model";

type DeskRow = {
  id: number;
  orderNumber: string;
  version: string;
  status: OrderState;
  paymentStatus: OrderPaymentState;
  total: string;
  customerName: string;
  customerPhone: string;
  city: string;
  courier: string;
  trackingNumber: string;
  createdAt: string;
  method: PaymentMethod | null;
  pieces: number;
  isChecked: boolean;
};

type OrdersTableProps = {
  rows: readonly DeskRow[];
  columns: readonly DeskColumn[];
  /** Whether all rows are ticked as they are drawn. */
  isTicked: boolean;
  now: Date;
};

const NUMBERS: readonly DeskColumn[] = ["total", "pieces", "phone"];

/** The orders of one page, in the columns that were chosen; each can be ticked for a step together. */
export function OrdersTable({ rows, columns, isTicked, now }: OrdersTableProps) {
  const t = useTranslations("adminOrders");
  const heads = [
    { key: "choose", label: <span className="sr-only">{t("column.choose")}</span> },
    { key: "number", label: t("column.number") },
    ...columns.map((column) => ({
      key: column,
      label: t(`column.${column}`),
      isNumber: NUMBERS.includes(column),
    })),
  ];
  return (
    <Table label={t("title")} columns={heads} none={t("none")}>
      {rows.map((row) => (
        <Row key={row.id}>
          <Cell>
            <RowTick
              name={`order_${row.id}`}
              value={row.version}
              label={t("choose", { number: row.orderNumber })}
              isTicked={isTicked}
            />
          </Cell>
          <Cell>
            <RowLink href={`/admin/orders/${row.id}`}>
              <bdi className="figures">{row.orderNumber}</bdi>
            </RowLink>
          </Cell>
          {columns.map((column) => (
            <Cell key={column} isNumber={NUMBERS.includes(column)}>
              <Shown column={column} row={row} now={now} />
            </Cell>
          ))}
        </Row>
      ))}
    </Table>
  );
}

function Shown({ column, row, now }: { column: DeskColumn; row: DeskRow; now: Date }): ReactNode {
  const t = useTranslations("adminOrders");
  const order = useTranslations("order");
  switch (column) {
    case "placed":
      return (
        <span className="whitespace-nowrap">
          <When at={row.createdAt} now={now} />
        </span>
      );
    case "customer":
      return <bdi>{row.customerName}</bdi>;
    case "city":
      return <bdi>{row.city}</bdi>;
    case "total":
      return <Money amount={row.total} />;
    case "status":
      return <OrderStateMark status={row.status} isChecked={row.isChecked} />;
    case "payment":
      return order(`paymentStates.${row.paymentStatus}`);
    case "method":
      return t(`methods.${row.method ?? "none"}`);
    case "phone":
      return <bdi>{shownPhone(row.customerPhone)}</bdi>;
    case "pieces":
      return row.pieces;
    case "courier":
      return <bdi>{[row.courier, row.trackingNumber].filter(Boolean).join(" · ")}</bdi>;
  }
}
