import { openDatabase } from "@/db/client";
import { env } from "@/lib/env";
import { reconcilePayments } from "@/lib/payments/reconcile-payments";

const { db, close } = openDatabase(env().databaseUrl, { max: 2 });
const now = new Date(process.env.RECONCILE_AT ?? "");
await reconcilePayments({ db, now, actor: { kind: "system", useCase: "reconcile" } });
await close();
