import { z } from "zod";
import { SETTINGS, type SettingKind, type SettingName, type Settings } from "./settings-list";

const NAMES = Object.keys(SETTINGS) as SettingName[];

/** In the control interface a setting has its variable's name in small letters: SIMULATOR_IPN_DELAY_MS is ipn_delay_ms. */
export const LISTED_SETTINGS = NAMES.map((name) => {
  const kind: SettingKind = SETTINGS[name];
  return { ...kind, name, key: kind.variable.replace("SIMULATOR_", "").toLowerCase() };
});
type ListedSetting = (typeof LISTED_SETTINGS)[number];

const Environment = z.object(Object.fromEntries(LISTED_SETTINGS.map(({ variable, reads }) => [variable, reads])));

/** Reads SIMULATOR_* variables; an empty one counts as unset, a wrong one throws an error that names it. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const read = Environment.safeParse(set);
  if (!read.success) {
    throw new Error(read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "));
  }
  return Object.fromEntries(LISTED_SETTINGS.map(({ name, variable }) => [name, read.data[variable]])) as Settings;
}

/** Changes what is named, all of it or nothing; null and an empty text mean the default. Answers what is wrong, or null. */
export function changeSettings(settings: Settings, asked: Record<string, unknown>): string | null {
  const changes: Partial<Record<SettingName, unknown>> = {};
  for (const [key, value] of Object.entries(asked)) {
    const listed = LISTED_SETTINGS.find((one) => one.key === key);
    if (!listed) return `${key} is no setting`;
    if (listed.fixed) return `${key} is decided when the simulator starts`;
    const read = listed.reads.safeParse(asVariable(value));
    if (!read.success) return `${key}: ${read.error.issues.map(({ message }) => message).join("; ")}`;
    changes[listed.name] = read.data;
  }
  Object.assign(settings, changes);
  return null;
}

/** A value as its variable would hold it. */
export function settingText(settings: Settings, { name }: ListedSetting): string {
  const value: unknown = settings[name];
  return asVariable(Array.isArray(value) && value.length === 0 ? "[]" : value) ?? "";
}

export function viewSettings(settings: Settings): Record<string, unknown> {
  const shown = ({ secret, name }: ListedSetting): unknown => (secret ? "(kept)" : settings[name]);
  return Object.fromEntries(LISTED_SETTINGS.map((listed) => [listed.key, shown(listed)]));
}

function asVariable(value: unknown): string | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  if (typeof value === "boolean") return value ? "1" : "0";
  return typeof value === "string" ? value : Array.isArray(value) ? value.join(",") : JSON.stringify(value);
}
