import type { Sight } from "@/e2e/model/look";
import type { News } from "@/e2e/model/said";
import type { SingleStep } from "@/e2e/model/step";
import type { Done } from "@/e2e/model/take-buyer-step";
import type { World } from "@/e2e/model/world";

/** One step that was taken while nothing else was under way, with what the shop had written down before and after. */
export type TakenStep = { world: World; before: Sight; after: Sight; step: SingleStep; done: Done; news: News[] };
