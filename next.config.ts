import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=()" },
];

const config: NextConfig = {
  typescript: { ignoreBuildErrors: true }, // `npm test` checks all types, tests' too; a build need not do it again
  poweredByHeader: false,
  experimental: { serverActions: { bodySizeLimit: "256kb" } },
  skipTrailingSlashRedirect: true,
  htmlLimitedBots: /.*/, // titles and descriptions stand in the head for everybody, also without JavaScript
  serverExternalPackages: ["@node-rs/argon2", "@react-email/render", "nodemailer", "postgres"],
  headers: async () => [{ source: "/:path*", headers: SECURITY_HEADERS }],
};

const withMessages = createNextIntlPlugin({
  requestConfig: "./i18n/request.ts",
  experimental: { messages: { path: "./messages", locales: "infer", format: "json", precompile: true } }, // the browser gets no parser
});

export default withMessages(config);
