"use client";

import { useSyncExternalStore } from "react";
import { onCartNews, type RefusedChange, refusedChanges, waitingChanges } from "@/components/cart/waiting-changes";
import type { CartChange } from "@/lib/cart/model";

const NO_CHANGES: readonly CartChange[] = [];
const NO_REFUSALS: readonly RefusedChange[] = [];

/** What the shop has not answered yet. */
export const useWaitingChanges = () => useSyncExternalStore(onCartNews, waitingChanges, () => NO_CHANGES);

/** What the shop refused, each product's last. */
export const useRefusedChanges = () => useSyncExternalStore(onCartNews, refusedChanges, () => NO_REFUSALS);
