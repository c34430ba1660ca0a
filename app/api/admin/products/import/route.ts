import { answerBack, backWith } from "@/lib/http/back-with";
import { queryOf } from "@/lib/http/body";
import { adminContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";
import { spoolFile } from "@/lib/http/spool-file";
import { importProducts } from "@/lib/imports/import-products";
import { MOST_IMPORT_BYTES } from "@/lib/imports/model";
import { ImportQuery } from "@/lib/imports/schemas";
import { stageImport } from "@/lib/imports/stage-import";
import { invalidField } from "@/lib/shared/errors";

const CSV = /^(text\/csv|application\/csv|application\/vnd\.ms-excel|text\/plain)\b/;

/** A file of products: a dry run by default, which may then be imported by its id, or by the file and the plan's hash. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const ctx = await adminContext(request);
    const { dry_run, plan, back } = queryOf(request, ImportQuery);
    return answerBack(back, () =>
      spoolFile(request, { field: "file", types: CSV, most: MOST_IMPORT_BYTES }, async ({ path, hash }) => {
        if (!dry_run) {
          if (plan === undefined) throw invalidField("plan", "say the plan that the dry run has shown");
          return json(await importProducts(ctx, { fileHash: hash, plan }));
        }
        const staged = await stageImport(ctx, { path, hash });
        return back === undefined ? json(staged) : backWith(back.replace(/\/?$/, `/${staged.id}`), {});
      }),
    );
  },
});
