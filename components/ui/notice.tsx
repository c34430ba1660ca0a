import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/ui/icon";

const TONES = {
  good: { icon: "check", look: "border-good bg-good/10", ink: "text-good" },
  wait: { icon: "clock", look: "border-wait bg-wait/10", ink: "text-wait" },
  bad: { icon: "alert", look: "border-bad bg-bad/10", ink: "text-bad" },
  calm: { icon: "info", look: "border-line bg-raised", ink: "text-cobalt" },
} as const satisfies Record<string, { icon: IconName; look: string; ink: string }>;

export type Tone = keyof typeof TONES;

/** A message that a person must not miss; `alert` interrupts a screen reader, `status` waits. */
export function Notice({ tone, role, children }: { tone: Tone; role?: "alert" | "status"; children: ReactNode }) {
  const { icon, look, ink } = TONES[tone];
  return (
    <div role={role} tabIndex={role && -1} className={`flex gap-3 rounded-soft border p-4 ${look}`}>
      <span className={`pt-0.5 ${ink}`}>
        <Icon name={icon} />
      </span>
      <div className="min-w-0 flex-1 space-y-2">{children}</div>
    </div>
  );
}

/** A state: its icon and its word, never colour alone. */
export function StateMark({ tone, children }: { tone: Tone; children: ReactNode }) {
  const { icon, ink } = TONES[tone];
  return (
    <span className={`inline-flex items-baseline gap-1.5 font-semibold ${ink}`}>
      <Icon name={icon} className="size-4 self-center" />
      {children}
    </span>
  );
}
