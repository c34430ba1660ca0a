const PATHS = {
  cart: "M3 4h2.2l2.3 11h10.2L20 7.5H6.2M9 20.2a.8.8 0 1 0 0-1.6.8.8 0 0 0 0 1.6M17 20.2a.8.8 0 1 0 0-1.6.8.8 0 0 0 0 1.6",
  person: "M12 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5M4.5 20c.6-3.6 3.6-5.5 7.5-5.5s6.9 1.9 7.5 5.5",
  box: "M12 3 4 7v10l8 4 8-4V7zM4 7l8 4 8-4M12 11v10",
  grid: "M4 4h6.5v6.5H4zM13.5 4H20v6.5h-6.5zM4 13.5h6.5V20H4zM13.5 13.5H20V20h-6.5z",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M15.3 15.3 20.5 20.5",
  check: "M4.5 12.5 10 18 19.5 6.5",
  clock: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M12 7v5.2l3.4 2",
  alert: "M12 3.5 2.5 20h19zM12 10v4.5M12 17.2v.3",
  info: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M12 11v5.5M12 7.5v.3",
  cross: "M6 6l12 12M18 6 6 18",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  bin: "M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10 10.5v5.5M14 10.5v5.5",
  copy: "M9 9h10.5v10.5H9zM5.5 15H4.5V4.5H15v1",
  share: "M12 15V4M8 7.5 12 3.5l4 4M5 12.5V20h14v-7.5",
  sliders:
    "M4 7h9M17.5 7H20M4 17h3M11.5 17H20M15.2 9.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4M9.2 19.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4",
  printer: "M7 9V4h10v5M7 17H4.5V9.5h15V17H17M7 14h10v6.5H7z",
  back: "M4.5 12a7.5 7.5 0 1 0 2.4-5.5M4.5 3.5V7.5H8.5",
} as const;

export type IconName = keyof typeof PATHS;

/** Always beside a word: says nothing by itself. */
export function Icon({ name, className = "size-5" }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      className={`shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
