import { useTranslations } from "next-intl";
import { setThemeAction } from "@/lib/theme/actions";
import { type Theme, THEMES } from "@/lib/theme/model";

/** Three buttons of one form: works before JavaScript. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  const t = useTranslations("shell");
  return (
    <form action={setThemeAction}>
      <fieldset className="flex flex-wrap items-center gap-2">
        <legend className="float-start me-2 max-[22rem]:w-full">{t("theme")}</legend>
        {THEMES.map((each) => (
          <button
            key={each}
            name="theme"
            value={each}
            aria-pressed={each === theme}
            className="min-h-11 rounded-soft border border-line px-3 text-ink aria-pressed:border-cobalt aria-pressed:font-semibold aria-pressed:text-cobalt"
          >
            {t(`themes.${each}`)}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
