import { sweepExpired } from "@/lib/auth/sweep-expired";
import { expireItems } from "@/lib/cart/expire-items";
import { cronContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";
import { sweepImports } from "@/lib/imports/sweep-imports";
import { giveUpOldMessages } from "@/lib/messages/give-up-old-messages";
import { sweepPictures } from "@/lib/pictures/sweep-pictures";
import { sweepGuests } from "@/lib/users/sweep-guests";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const ctx = cronContext(request, "expire-carts");
    await sweepExpired(ctx);
    await sweepGuests(ctx);
    await giveUpOldMessages(ctx);
    await sweepImports(ctx);
    await sweepPictures(ctx);
    return json(await expireItems(ctx));
  },
});
