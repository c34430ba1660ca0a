import { testDatabase } from "@/db/test-database";
import { simulatedShop } from "@/e2e/generations/simulated-shop";
import { walkTheWholeWay } from "@/e2e/generations/walk-the-whole-way";

const { db } = testDatabase();
const shop = await simulatedShop({ JAZZCASH_API: "orchestrator" }, { generations: ["orchestrator"] });

walkTheWholeWay(db, shop, {
  reference: /^\d{24}$/,
  inquiry: "v2",
  versions: { "": "1.1", MWALLET: "1.1", OTC: "1.1", MPAY: "1.1" },
});
