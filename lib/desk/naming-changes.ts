import { z } from "zod";
import { findCallNames } from "@/lib/desk/queries";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";

const Steps = z.array(z.looseObject({ actor: z.string() }));

/** Does what staff ask of an order; where somebody else was quicker, they are told by name who that was. */
export const namingChanges =
  <Input, Done>(run: (ctx: UserCtx, input: Input) => Promise<Done>) =>
  async (ctx: UserCtx, input: Input): Promise<Done> => {
    try {
      return await run(ctx, input);
    } catch (thrown) {
      const isChanged = thrown instanceof AppError && thrown.code === "order_changed";
      const steps = isChanged ? Steps.safeParse(thrown.extra.status_history).data : undefined;
      if (!isChanged || !steps) throw thrown;
      const names = await findCallNames(
        ctx,
        steps.map(({ actor }) => actor),
      );
      const status_history = steps.map((step) => ({ ...step, by: names.get(step.actor) ?? undefined }));
      throw new AppError(thrown.code, thrown.message, { ...thrown.extra, status_history });
    }
  };
