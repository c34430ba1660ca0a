import { jsonBody } from "@/lib/http/body";
import { systemContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";
import { takeAddressTurn } from "@/lib/http/take-address-turn";
import { resetPassword } from "@/lib/users/reset-password";
import { ResetPasswordInput } from "@/lib/users/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const ctx = systemContext("password-reset");
    await takeAddressTurn(ctx, "password_reset_confirm", request.headers);
    await resetPassword(ctx, await jsonBody(request, ResetPasswordInput));
    return json({ message: "The password is changed. Sign in with the new one." });
  },
});
