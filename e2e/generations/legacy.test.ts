import { testDatabase } from "@/db/test-database";
import { simulatedShop } from "@/e2e/generations/simulated-shop";
import { walkTheWholeWay } from "@/e2e/generations/walk-the-whole-way";

const { db } = testDatabase();
const shop = await simulatedShop({ JAZZCASH_API: "legacy" }, { generations: ["legacy"] });

walkTheWholeWay(db, shop, {
  reference: /^\d{12}$/,
  inquiry: "v1",
  versions: { "": "1.1", MWALLET: "1.1", OTC: "1.1", MIGS: "1.1", DD: "1.1", MPAY: "2.0", PAY: "2.0" },
});
