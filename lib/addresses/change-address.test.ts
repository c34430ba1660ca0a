import { expect, test } from "vitest";
import { testDatabase } from "@/db/test-database";
import { laterOn, somebody } from "@/db/test-fixtures";
import { changeAddress } from "@/lib/addresses/change-address";
import { listAddresses } from "@/lib/addresses/queries";
import { saveAddress } from "@/lib/addresses/save-address";

const { db } = testDatabase();
const HOME = {
  name: "Sana",
  phone: "03001234567",
  province: "punjab",
  city: "Lahore",
  area: "",
  address: "1 Mall Road",
} as const;

test("an address is written anew, and stays one", async () => {
  const ctx = await somebody(db);
  const { id } = await saveAddress(ctx, HOME);
  await changeAddress(laterOn(ctx, 5), { ...HOME, addressId: id, city: "Multan", address: "House 5" });
  expect(await listAddresses(ctx)).toEqual([{ ...HOME, id, city: "Multan", address: "House 5" }]);
});

test("another person's address is not there", async () => {
  const owner = await somebody(db);
  const { id } = await saveAddress(owner, HOME);
  const changing = changeAddress(await somebody(db), { ...HOME, addressId: id, city: "Multan" });
  await expect(changing).rejects.toMatchObject({ code: "not_found" });
  expect(await listAddresses(owner)).toEqual([{ ...HOME, id }]);
});
