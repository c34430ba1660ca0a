"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { refusalWord } from "@/components/products/refusal-word";
import { Button } from "@/components/ui/button";
import { FileField } from "@/components/ui/file-field";

const TYPES = "image/jpeg,image/png,image/webp,image/avif";
const DOOR = "/api/admin/pictures/";

type PictureFormProps = { itemCode: string; seen: string; back: string; refused?: string };
type Said = { refused?: string; isDone?: boolean };

/** A plain form, which its own door takes; with scripts it stays on its page, and so does all that was typed there. */
export function PictureForm({ itemCode, seen, back, refused }: PictureFormProps) {
  const t = useTranslations("adminProducts");
  const router = useRouter();
  const [said, say] = useState<Said>({ refused });
  const [isSending, setSending] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending) return;
    const form = event.currentTarget;
    setSending(true);
    const answer = await fetch(DOOR, { method: "POST", body: new FormData(form) }).catch(() => null);
    if (answer?.ok) {
      form.reset();
      router.refresh();
      say({ isDone: true });
    } else {
      const problem: { reason?: string; code?: string } | null = await answer?.json().catch(() => null);
      say({ refused: problem?.reason ?? problem?.code ?? "unreachable" });
    }
    setSending(false);
  };
  return (
    <form
      action={`${DOOR}?back=${encodeURIComponent(back)}`}
      method="post"
      encType="multipart/form-data"
      onSubmit={(event) => void send(event)}
      className="grid gap-4"
    >
      <input type="hidden" name="item_code" value={itemCode} />
      <input type="hidden" name="seen" value={seen} />
      <FileField
        id="field-picture"
        name="picture"
        label={t("pictureFile")}
        hint={t("pictureHint")}
        accept={TYPES}
        error={said.refused !== undefined && t(`refused.${refusalWord(said.refused)}`)}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button kind="quiet" aria-disabled={isSending}>
          {t("upload")}
        </Button>
        <span role="status">{said.isDone && t("saved")}</span>
      </div>
    </form>
  );
}
