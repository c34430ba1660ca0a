import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./shopper";

const builder = (page: Page) => new AxeBuilder({ page }).setLegacyMode(); // without a second page for frames

async function seriousBy(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** What axe finds serious or worse on the page as it stands. */
export const seriousOn = (page: Page): Promise<string[]> => seriousBy(builder(page));

/**
 * Opens a page: one main, one h1, a skip link, nothing serious for axe, and in the dark, where only they differ, for its
 * colours, which are the same in both languages.
 */
export async function expectOpenToAll(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(path);
  await expect(page.getByRole("main")).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page.locator("a[href='#main']")).toHaveCount(1);
  expect(await seriousOn(page), path).toEqual([]);
  if (path.startsWith("/ur")) return;
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await seriousBy(builder(page).withRules(["color-contrast", "link-in-text-block"])), `${path}, dark`).toEqual(
    [],
  );
}
