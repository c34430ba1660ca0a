/** A text as `like` finds it anywhere, its own wildcards being signs like others. */
export const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
