import { jsonBody } from "@/lib/http/body";
import { systemContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";
import { takeAddressTurn } from "@/lib/http/take-address-turn";
import { registerUser } from "@/lib/users/register-user";
import { RegisterInput } from "@/lib/users/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const ctx = systemContext("register");
    await takeAddressTurn(ctx, "register", request.headers);
    const user = await registerUser(ctx, await jsonBody(request, RegisterInput));
    return json({ user }, 201);
  },
});
