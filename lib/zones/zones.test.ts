import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { auditLog } from "@/db/schema/operations";
import { testDatabase } from "@/db/test-database";
import { aLine, somebody } from "@/db/test-fixtures";
import { quoteOrder } from "@/lib/orders/quote-order";
import { changeZone } from "@/lib/zones/change-zone";
import { createZone } from "@/lib/zones/create-zone";
import { removeZone } from "@/lib/zones/remove-zone";
import { CreateZoneInput } from "@/lib/zones/schemas";

const { db, inTransaction } = testDatabase({ max: 20 });

const input = (city: string, charge: string, free_from: string | null = null) =>
  CreateZoneInput.parse({ city, charge, free_from });

describe("what delivery costs", () => {
  it(
    "is what an administrator says of the city, else of all others, until it is taken away",
    inTransaction(async (tx) => {
      const admin = await somebody(tx, { role: "admin" });
      const buyer = await somebody(tx);
      await aLine(buyer, { quantity: 2 });
      const costs = async (shipping_city: string) => (await quoteOrder(buyer, { shipping_city })).delivery_charge;
      await createZone(admin, input("*", "250"));
      const lahore = await createZone(admin, input(" Lahore ", "100.5", "3500"));
      expect(lahore).toMatchObject({ city: "lahore", charge: "100.50", free_from: "3500.00" });
      expect([await costs("LAHORE"), await costs("Quetta")]).toEqual(["100.50", "250.00"]);
      const seen = { free_from: "3500.00" };
      await changeZone(admin, { zoneId: lahore.id, changes: { free_from: "3000.00" }, seen });
      expect(await costs("Lahore")).toBe("0.00");
      const again = changeZone(admin, { zoneId: lahore.id, changes: { free_from: "1.00" }, seen });
      await expect(again).rejects.toMatchObject({ code: "changed_meanwhile" });
      await removeZone(admin, { zoneId: lahore.id });
      expect(await costs("Lahore")).toBe("250.00");
      const actions = (await tx.select().from(auditLog)).map(({ action }) => action);
      expect(actions).toEqual(["zone.create", "zone.create", "zone.change", "zone.remove"]);
    }),
  );

  it("is said by administrators alone", async () => {
    const staff = await somebody(db, { role: "staff" });
    const refused = { code: "forbidden" };
    await expect(createZone(staff, input("multan", "1"))).rejects.toMatchObject(refused);
    await expect(changeZone(staff, { zoneId: 1, changes: {}, seen: {} })).rejects.toMatchObject(refused);
    await expect(removeZone(staff, { zoneId: 1 })).rejects.toMatchObject(refused);
  });

  it("is taken away by nobody who saw another charge", async () => {
    const admin = await somebody(db, { role: "admin" });
    const { id: zoneId } = await createZone(admin, input("sialkot", "150"));
    const seen = { charge: "150.00", free_from: null };
    await changeZone(admin, { zoneId, changes: { charge: "175.00" }, seen });
    await expect(removeZone(admin, { zoneId, seen })).rejects.toMatchObject({
      code: "changed_meanwhile",
      extra: { changes: [{ field: "charge", seen: "150.00", now: "175.00" }] },
    });
    const { done, refused } = await atOnce(20, () =>
      removeZone(admin, { zoneId, seen: { ...seen, charge: "175.00" } }),
    );
    expect([done.length, new Set(refused)]).toEqual([1, new Set(["not_found"])]);
  });

  it("is changed by one alone of twenty who saw the same", async () => {
    const admin = await somebody(db, { role: "admin" });
    const zone = await createZone(admin, input("multan", "150"));
    const { done, refused } = await atOnce(20, (lane) =>
      changeZone(admin, { zoneId: zone.id, changes: { charge: `${200 + lane}.00` }, seen: { charge: "150.00" } }),
    );
    expect([done.length, new Set(refused)]).toEqual([1, new Set(["changed_meanwhile"])]);
  });
});
