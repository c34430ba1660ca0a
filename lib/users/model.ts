export const ROLES = ["customer", "staff", "admin"] as const;
export type Role = (typeof ROLES)[number];

export const LOCALES = ["en", "ur"] as const;
export type Locale = (typeof LOCALES)[number];
