"use client";

import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useSuggestions } from "@/components/catalog/use-suggestions";
import { Icon } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import { useRouter } from "@/i18n/navigation";

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
  const suggestions = useSuggestions(text, isOpen);
  const isShown = isOpen && suggestions.length > 0;
  const last = suggestions.length; // the option after the products: all results
  const idOf = (at: number) => `${listId}-${at}`;

  function close() {
    setOpen(false);
    setActive(NONE);
  }

  function choose(at: number) {
    close();
    const chosen = suggestions[at];
    if (chosen) router.push(`/products/${encodeURIComponent(chosen.item_code)}`);
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

  const optionClass = (at: number) =>
    `flex min-h-13 w-full items-center text-start gap-3 px-3 py-1.5 ${at === active ? "bg-cobalt/10 outline-2 -outline-offset-2 outline-cobalt" : ""}`;
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
          {suggestions.map((each, at) => (
            <button
              type="button"
              tabIndex={NONE}
              key={each.item_code}
              id={idOf(at)}
              role="option"
              aria-selected={at === active}
              className={optionClass(at)}
              onClick={() => choose(at)}
              onMouseMove={() => setActive(at)}
            >
              {each.image_url && (
                <img src={each.image_url} alt="" width={40} height={40} className="size-10 rounded-soft" />
              )}
              <span className="min-w-0 flex-1 leading-snug">{locale === "ur" ? each.name_ur : each.name}</span>
              <Money amount={each.unit_price} className="text-[0.9375rem] text-ink-soft" />
            </button>
          ))}
          <button
            type="button"
            tabIndex={NONE}
            id={idOf(last)}
            role="option"
            aria-selected={active === last}
            className={`${optionClass(last)} border-t border-line text-cobalt`}
            onClick={() => choose(last)}
            onMouseMove={() => setActive(last)}
          >
            <Icon name="search" />
            <span className="min-w-0">{t("all", { search: text.trim() })}</span>
          </button>
        </div>
      )}
      <span role="status" className="sr-only">
        {isOpen && text.trim().length > 1 ? t("found", { count: suggestions.length }) : ""}
      </span>
    </div>
  );
}
