/** A part of a page's address as text; what is badly encoded stays as it is and is found nowhere. */
export function addressText(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
