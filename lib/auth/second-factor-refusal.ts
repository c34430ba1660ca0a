import { CredentialsSignin } from "next-auth";

/** The password was right and is not enough. Only whoever knows it learns this, and how to go on. */
export class SecondFactorRefusal extends CredentialsSignin {
  constructor(
    why: "required" | "wrong",
    readonly ticket: string,
  ) {
    super();
    this.code = `second_factor_${why}`;
  }
}
