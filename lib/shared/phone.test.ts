import { expect, it } from "vitest";
import { mobileField } from "@/lib/shared/fields";
import { latinDigits, readMobile } from "@/lib/shared/phone";

it.each([
  "03001234567",
  "0300 1234567",
  "0300-1234567",
  "0300–123–4567",
  "(0300) 123.4567",
  "3001234567",
  "923001234567",
  "92 300 1234567",
  "+92 300 1234567",
  "+92 (0)300 1234567",
  "+92-0300-1234567",
  "0092 300 1234567",
  "۰۳۰۰ ۱۲۳۴۵۶۷",
  "٠٣٠٠١٢٣٤٥٦٧",
  "+۹۲ ۳۰۰ ۱۲۳۴۵۶۷",
  "\u202a0300\u00a01234567\u202c",
])("reads %s", (text) => {
  expect(readMobile(text)).toBe("03001234567");
  expect(mobileField.parse(text)).toBe("03001234567");
});

it.each(["", "0300 123456", "0300 12345678", "042 35761999", "0421234567", "+1 300 1234567", "0300 12345O7", "00923"])(
  "does not read %j as a mobile number",
  (text) => {
    expect(readMobile(text)).toBeNull();
    expect(mobileField.safeParse(text).success).toBe(false);
  },
);

it("writes Urdu's and Arabic's digits in Latin ones", () => {
  expect(latinDigits("۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ 07")).toBe("0123456789 0123456789 07");
});
