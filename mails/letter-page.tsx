import { Body } from "@react-email/body";
import { Button } from "@react-email/button";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Heading } from "@react-email/heading";
import { Html } from "@react-email/html";
import { Preview } from "@react-email/preview";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import type { Letter } from "@/mails/letter";
import { LetterTable } from "@/mails/letter-table";
import { partsOf } from "@/mails/words-in";
import { lettering } from "@/mails/lettering";
import { Words } from "@/mails/words";

/** One column of plain tables, no pictures; colours that dark mail programs may turn without losing a word. */
export function LetterPage({ letter }: { letter: Letter }) {
  const { locale, subject, title, hello, paragraphs, action, facts, goods, because, linkHint, shop } = letter;
  const look = lettering(locale);
  return (
    <Html lang={locale} dir={look.dir}>
      <Head>
        <title>{subject}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{look.dark}</style>
      </Head>
      <Preview>{partsOf(paragraphs[0] ?? "").join("")}</Preview>
      <Body className="paper" style={look.body}>
        <Container dir={look.dir} lang={locale} className="sheet" style={look.sheet}>
          <Text className="soft" style={look.shop}>
            {shop}
          </Text>
          <Heading as="h1" style={look.title}>
            {title}
          </Heading>
          {[...(hello ? [hello] : []), ...paragraphs].map((paragraph) => (
            <Text key={paragraph} style={look.text}>
              <Words text={paragraph} />
            </Text>
          ))}
          <Section style={look.actions}>
            <Button className="action" href={action.href} style={look.action}>
              <Words text={action.label} />
            </Button>
          </Section>
          {action.hint && <Text style={look.text}>{action.hint}</Text>}
          {facts.length > 0 && <LetterTable rows={facts} look={look} />}
          {goods && (
            <>
              <Heading as="h2" style={look.subtitle}>
                {goods.title}
              </Heading>
              <LetterTable rows={goods.lines} look={look} />
              <LetterTable rows={goods.sums} look={look} strong />
            </>
          )}
          <Text className="soft" style={look.small}>
            {linkHint}{" "}
            <a href={action.href} className="link" dir="ltr" style={look.link}>
              {action.href}
            </a>
          </Text>
          <Text className="soft" style={look.small}>
            <Words text={because} />
          </Text>
        </Container>
      </Body>
    </Html>
  );
}
