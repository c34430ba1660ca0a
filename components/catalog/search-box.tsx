"use client";

import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { useSuggestions } from "@/components/catalog/use-suggestions";
import { Icon } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import { useRouter } from "@/i18n/navigation";
import { localName } from "@/lib/catalog/model";
import { widthsOf } from "@/lib/pictures/model";

const NONE = -1;

/**
 * A search field whose suggestions are reached by the arrow keys while the focus stays in it. Its role stays that of a
 * search field: whoever looks for "Search" finds it with a script and without.
 */
export function SearchBox({ search }: { search: string }) {
  const t = useTranslations("search");
  const locale = useLocale();
  const router = useRouter();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(search);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(NONE);
  const { categories, results } = useSuggestions(text, isOpen);
  const paths = [
    ...categories.map(({ slug }) => `/products?category=${encodeURIComponent(slug)}`),
    ...results.map(({ item_code }) => `/products/${encodeURIComponent(item_code)}`),
  ];
  const last = paths.length; // the option after these: all results
  const isShown = isOpen && last > 0;
  const idOf = (at: number) => `${listId}-${at}`;

  function close() {
    setOpen(false);
    setActive(NONE);
  }

  function choose(at: number) {
    close();
    const path = paths[at];
    if (path) router.push(path);
    else input.current?.form?.requestSubmit();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || !isShown) return;
    const steps: Record<string, () => void> = {
      ArrowDown: () => setActive(active === last ? NONE : active + 1),
      ArrowUp: () => setActive(active === NONE ? last : active - 1),
      Escape: close,
      ...(active !== NONE && { Enter: () => choose(active) }),
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  }

  const option = (at: number, key: string, content: ReactNode, className = "") => (
    <button
      type="button"
      tabIndex={NONE}
      key={key}
      id={idOf(at)}
      role="option"
      aria-selected={at === active}
      className={`flex min-h-13 w-full items-center gap-3 px-3 py-1.5 text-start ${at === active ? "bg-cobalt/10 outline-2 -outline-offset-2 outline-cobalt" : ""} ${className}`}
      onClick={() => choose(at)}
      onMouseMove={() => setActive(at)}
    >
      {content}
    </button>
  );
  return (
    <div className="relative min-w-0 flex-1">
      <input
        ref={input}
        id="search"
        type="search"
        name="search"
        defaultValue={search}
        placeholder={t("placeholder")}
        maxLength={100}
        enterKeyHint="search"
        autoComplete="off"
        aria-autocomplete="list"
        aria-controls={isShown ? listId : undefined}
        aria-activedescendant={isShown && active !== NONE ? idOf(active) : undefined}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setActive(NONE);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
        className="min-h-12 w-full min-w-0 rounded-soft border border-edge bg-raised px-4 placeholder:text-ink-soft"
      />
      {isShown && (
        <div
          id={listId}
          role="listbox"
          tabIndex={NONE}
          aria-label={t("suggestions")}
          className="absolute inset-x-0 top-full z-20 mt-1 max-h-[70vh] overflow-y-auto rounded-soft border border-line bg-raised py-1 shadow-float"
          onMouseDown={(event) => event.preventDefault()}
        >
          {categories.map((category, at) =>
            option(
              at,
              category.slug,
              <>
                <Icon name="grid" className="mx-2.5 size-5 text-ink-soft" />
                <span className="min-w-0 flex-1 leading-snug">
                  {localName({ ...category, nameUr: category.name_ur }, locale)}
                  <span className="text-ink-soft"> · {t("category")}</span>
                </span>
              </>,
            ),
          )}
          {results.map((each, at) =>
            option(
              categories.length + at,
              each.item_code,
              <>
                {each.image_url && (
                  <img
                    src={each.image_url}
                    srcSet={widthsOf(each.image_url)}
                    sizes="40px"
                    alt=""
                    width={40}
                    height={40}
                    className="size-10 rounded-soft"
                  />
                )}
                <span className="min-w-0 flex-1 leading-snug">
                  {localName({ ...each, nameUr: each.name_ur }, locale)}
                </span>
                <Money amount={each.unit_price} className="text-[0.9375rem] text-ink-soft" />
              </>,
            ),
          )}
          {option(
            last,
            "all",
            <>
              <Icon name="search" className="mx-2.5 size-5" />
              <span className="min-w-0">{t("all", { search: text.trim() })}</span>
            </>,
            "border-t border-line text-cobalt",
          )}
        </div>
      )}
      <span role="status" className="sr-only">
        {isOpen && text.trim().length > 1 ? t("found", { count: last }) : ""}
      </span>
    </div>
  );
}
