import type { Sight } from "@/e2e/model/look";
import type { SingleStep } from "@/e2e/model/step";
import { type Done, takeBuyerStep } from "@/e2e/model/take-buyer-step";
import { takeGatewayStep } from "@/e2e/model/take-gateway-step";
import { takeStaffStep } from "@/e2e/model/take-staff-step";
import type { World } from "@/e2e/model/world";

/** Takes one step, so many milliseconds late by the clock of whoever takes it. Null: there was nothing to do. */
export function takeStep(world: World, sight: Sight, step: SingleStep, lateMs = 0): Promise<Done | null> {
  switch (step.do) {
    case "add":
    case "order":
    case "initiate":
    case "verify":
    case "cancel":
      return takeBuyerStep(world, sight, step, lateMs);
    case "pay at the gateway":
    case "take a voucher at the gateway":
    case "fail at the gateway":
    case "reverse at the gateway":
    case "notice":
    case "repeat a notice":
    case "answer a held wallet":
      return takeGatewayStep(world, sight, step, lateMs);
    case "record cash":
    case "refund":
    case "review":
    case "move on":
    case "expire carts":
    case "reconcile":
      return takeStaffStep(world, sight, step, lateMs);
    case "wait":
    case "prove":
      throw new Error(`"${step.do}" is no step of an actor`);
  }
}
