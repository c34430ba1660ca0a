import type { Shot } from "./shot";
import { CODES } from "./shots/codes";
import { FORGERIES } from "./shots/forgeries";
import { FIRST_WORD, HONEST_NEWS } from "./shots/honest-news";
import { NAMED_ANEW } from "./shots/named-anew";
import { ORDER_OF_NEWS } from "./shots/order-of-news";
import { OTHER_FACTS } from "./shots/other-facts";
import { STRANGE_BODIES } from "./shots/strange-bodies";

export const OTHER_SHOTS: Shot[] = [
  ...HONEST_NEWS,
  ...FORGERIES,
  ...OTHER_FACTS,
  ...NAMED_ANEW,
  ...CODES,
  ...ORDER_OF_NEWS,
  ...STRANGE_BODIES,
];

export const ALL_SHOTS: Shot[] = [...Object.values(FIRST_WORD), ...OTHER_SHOTS];
