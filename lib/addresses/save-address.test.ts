import { expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { addresses } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { laterOn, somebody } from "@/db/test-fixtures";
import { listAddresses } from "@/lib/addresses/queries";
import { removeAddress } from "@/lib/addresses/remove-address";
import { saveAddress } from "@/lib/addresses/save-address";
import { AddressInput } from "@/lib/addresses/schemas";

const { db } = testDatabase({ max: 20 });

const at = (address: string, more: Partial<AddressInput> = {}) =>
  AddressInput.parse({ name: "Ayesha", phone: "0300 1234567", city: "Multan", address, ...more });

it("an address is kept, the last one first, and only for its owner", async () => {
  const [ctx, other] = [await somebody(db), await somebody(db)];
  await saveAddress(ctx, at("House 1", { province: "punjab", area: "Cantt" }));
  await saveAddress(laterOn(ctx, 1), at("House 2"));
  expect(await listAddresses(ctx)).toMatchObject([
    { address: "House 2", phone: "03001234567", province: "" },
    { address: "House 1", province: "punjab", area: "Cantt", city: "Multan" },
  ]);
  expect(await listAddresses(other)).toEqual([]);
});

it("the same place again is the same address, with its new name and phone", async () => {
  const ctx = await somebody(db);
  const first = await saveAddress(ctx, at("House 1"));
  const again = await saveAddress(ctx, at("HOUSE 1", { name: "Bilal", phone: "0311 7654321" }));
  expect(again).toEqual(first);
  expect(await listAddresses(ctx)).toMatchObject([{ name: "Bilal", phone: "03117654321" }]);
});

it("twenty are kept and no more, also when they come at once", async () => {
  const ctx = await somebody(db);
  for (let number = 1; number <= 10; number++) await saveAddress(ctx, at(`House ${number}`));
  const { done, refused } = await atOnce(20, (lane) => saveAddress(ctx, at(`House ${lane + 11}`)));
  expect(done).toHaveLength(10);
  expect(refused).toEqual(Array.from({ length: 10 }, () => "address_limit"));
  expect(await listAddresses(ctx)).toHaveLength(20);
});

it("is forgotten by its owner and by nobody else", async () => {
  const [ctx, other] = [await somebody(db), await somebody(db)];
  const { id } = await saveAddress(ctx, at("House 1"));
  const refused = { code: "not_found" };
  await expect(removeAddress(other, { addressId: id })).rejects.toMatchObject(refused);
  await removeAddress(ctx, { addressId: id });
  expect(await listAddresses(ctx)).toEqual([]);
  await expect(removeAddress(ctx, { addressId: id })).rejects.toMatchObject(refused);
});

it("guests keep none", async () => {
  const ctx = await somebody(db);
  const before = await db.$count(addresses);
  const guest = { ...ctx, actor: { ...ctx.actor, isGuest: true } };
  await expect(saveAddress(guest, at("House 1"))).rejects.toMatchObject({ code: "forbidden" });
  expect(await db.$count(addresses)).toBe(before);
});
