import type { ReactNode } from "react";
import { ClientWords } from "@/components/client-words";
import { ShopFrame } from "@/components/shell/shop-frame";

export default function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <ShopFrame>
      <ClientWords rooms={["auth", "fields", "problems"]}>{children}</ClientWords>
    </ShopFrame>
  );
}
