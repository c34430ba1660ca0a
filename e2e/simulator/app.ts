import { Hono } from "hono";
import { errorPage } from "./pages/error-page";
import { refusal } from "./response-codes";
import { controlRoutes } from "./routes/control";
import { controlPanelRoutes } from "./routes/control-panel";
import { dashboardRoutes } from "./routes/dashboard";
import { hostedPageRoutes } from "./routes/hosted-page";
import { inboxRoutes } from "./routes/inbox";
import { inquiryRoutes } from "./routes/inquiry";
import { refundRoutes } from "./routes/refund";
import { walletRoutes } from "./routes/wallet";
import type { Simulator } from "./simulator";

const PLUGINS = [
  hostedPageRoutes,
  walletRoutes,
  inquiryRoutes,
  refundRoutes,
  dashboardRoutes,
  controlPanelRoutes,
  inboxRoutes,
  controlRoutes,
];

/** Paths are read as the gateway reads them: upper and lower case alike, with or without the trailing slash. */
export function createApp(simulator: Simulator): Hono {
  const app = new Hono({ getPath: (request) => new URL(request.url).pathname.toLowerCase().replace(/(?<=.)\/+$/, "") });
  app.use(async (c, next) => {
    await next();
    c.header("Cache-Control", "no-store");
    c.header("Referrer-Policy", "strict-origin-when-cross-origin");
  });
  for (const register of PLUGINS) register(app, simulator);
  app.notFound((c) => c.html(errorPage(refusal("404", "The simulator has no such page.")), 404));
  return app;
}
