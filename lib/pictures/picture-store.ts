import { AwsClient } from "aws4fetch";
import { env } from "@/lib/env";
import type { PictureWidth } from "@/lib/pictures/model";
import { AppError } from "@/lib/shared/errors";

const LONGEST_MS = 15_000;

/** Where pictures are kept outside the database: in an S3-compatible store, by their hash. */
export type PictureStore = {
  put: (hash: string, width: PictureWidth, bytes: Buffer) => Promise<void>;
  get: (hash: string, width: number) => Promise<Buffer | null>;
  remove: (hash: string, width: number) => Promise<void>;
};

const unavailable = () => new AppError("pictures_unavailable", "The pictures cannot be had just now.");

/** The store that the environment names, or null: then the database keeps them. */
export function pictureStore(): PictureStore | null {
  const { pictureStore: store } = env();
  if (!store) return null;
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = store;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 2 });
  const call = async (method: "GET" | "PUT" | "DELETE", hash: string, width: number, body?: Buffer) => {
    const headers = body ? { "content-type": "image/webp" } : undefined;
    const request = { method, body: body && new Uint8Array(body), headers, signal: AbortSignal.timeout(LONGEST_MS) };
    try {
      return await client.fetch(`${endpoint}/${bucket}/pictures/${hash}/${width}.webp`, request);
    } catch {
      throw unavailable(); // nothing of the address or the keys is said
    }
  };
  return {
    put: async (hash, width, bytes) => {
      const answer = await call("PUT", hash, width, bytes);
      await answer.body?.cancel();
      if (!answer.ok) throw unavailable();
    },
    get: async (hash, width) => {
      const answer = await call("GET", hash, width);
      if (answer.ok) return Buffer.from(await answer.arrayBuffer());
      await answer.body?.cancel();
      if (answer.status === 404) return null;
      throw unavailable();
    },
    remove: async (hash, width) => {
      const answer = await call("DELETE", hash, width);
      await answer.body?.cancel();
      if (!answer.ok && answer.status !== 404) throw unavailable();
    },
  };
}
