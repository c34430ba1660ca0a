const SAID = ':is([role="alert"], [role="status"]):not(:empty)';

/** Where the keyboard goes that has lost its place: to what was said, else to a button near the one that was pressed. */
function placeOf(form: Element, button: Element | null, around: readonly Element[]): Element | null {
  const said = form.isConnected ? form.querySelector(SAID) : document.querySelector(`main ${SAID}[tabindex]`);
  if (said) return said;
  if (button?.isConnected) return button;
  const near = around.find((element) => element.isConnected && element.id !== "main");
  return near?.querySelector("button, summary, a[href], input, select, textarea") ?? document.querySelector("main");
}

/**
 * Remembers where a form was sent from. The answer may draw its part of the page anew, so that the focus falls to the
 * document: what this gives puts it back, and leaves it alone where the person has gone on meanwhile.
 */
export function keepFocus(form: Element, button: Element | null): () => void {
  const around: Element[] = [];
  for (let at = form.parentElement; at; at = at.parentElement) around.push(at);
  return () => {
    if (document.activeElement && document.activeElement !== document.body) return;
    const place = placeOf(form, button, around);
    if (!(place instanceof HTMLElement)) return;
    if (place.tabIndex < 0) place.tabIndex = -1;
    place.focus({ preventScroll: place.id === "main" });
  };
}
