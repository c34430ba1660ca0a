import { hash, verify } from "@node-rs/argon2";

const OWASP_MINIMUM = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }; // argon2id, the library's own kind

/** The hash of nobody's password. */
const NOBODYS = "$argon2id$v=19$m=19456,t=2,p=1$D+t5CNGYC2lg0f1pBrUFTQ$Q2mZoH9lFfbBg3brxjvjwJL1Us/pbn4duGz7rLPlBxk";

/** Composed first: two keyboards may write one letter in two ways. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFC"), OWASP_MINIMUM);

/** Takes the same time where there is no such account. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const isRight = await verify(passwordHash ?? NOBODYS, password.normalize("NFC"));
  return isRight && passwordHash !== null;
}
