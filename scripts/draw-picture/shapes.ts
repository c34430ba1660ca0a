export const path = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`;

export const box = (x: number, y: number, width: number, height: number, fill: string, radius = 0) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}"${radius ? ` rx="${radius}"` : ""} fill="${fill}"/>`;

export const disc = (x: number, y: number, r: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;

export const oval = (x: number, y: number, rx: number, ry: number, fill: string) =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;

export const line = (d: string, colour: string, width: number) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

export const ring = (x: number, y: number, r: number, colour: string, width: number) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${colour}" stroke-width="${width}"/>`;

export const turned = (degrees: number, shapes: string, x = 320, y = 320) =>
  `<g transform="rotate(${degrees} ${x} ${y})">${shapes}</g>`;

export const moved = (x: number, y: number, shapes: string, scale = 1) =>
  `<g transform="translate(${x} ${y})${scale === 1 ? "" : ` scale(${scale})`}">${shapes}</g>`;

export const flipped = (shapes: string) => `<g transform="matrix(-1 0 0 1 640 0)">${shapes}</g>`;

export const mirrored = (shapes: string) => shapes + flipped(shapes);

export const around = (count: number, shapes: string, x = 320, y = 320) =>
  Array.from({ length: count }, (_, i) => turned((i * 360) / count, shapes, x, y)).join("");

export const along = <T>(places: readonly T[], draw: (place: T, index: number) => string) => places.map(draw).join("");

export const pairs = (numbers: readonly number[]) =>
  Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[i * 2] ?? 0, numbers[i * 2 + 1] ?? 0] as const);

export const triples = (numbers: readonly number[]) =>
  Array.from(
    { length: numbers.length / 3 },
    (_, i) => [numbers[i * 3] ?? 0, numbers[i * 3 + 1] ?? 0, numbers[i * 3 + 2] ?? 0] as const,
  );

/** Shows `shapes` only inside the outline `d`; `id` must be unique in its picture. */
export const within = (id: string, d: string, shapes: string) =>
  `<clipPath id="${id}"><path d="${d}"/></clipPath><g clip-path="url(#${id})">${shapes}</g>`;

export const faded = (opacity: number, shapes: string) => `<g opacity="${opacity}">${shapes}</g>`;

/** The soft flat shadow under something that stands. */
export const shadow = (halfWidth: number, y = 522, x = 320) =>
  `<ellipse cx="${x}" cy="${y}" rx="${halfWidth}" ry="13" fill="#16264d" opacity=".16"/>`;
