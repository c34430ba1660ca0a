CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE FUNCTION search_key(said text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN btrim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
  translate(lower(said),
    'يىئكهةۀۂھأإآٱؤۓں٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹àáâäçèéêëíîïñóôöúûü',
    'یییکہہہہہااااوےن01234567890123456789aaaaceeeeiiinooouuu'),
  '[\u064b-\u065f\u0670\u0640\u06d6-\u06dc\u200b-\u200f''‘’`]+', '', 'g'),
  '([0-9])[,٬](?=[0-9]{3})', '\1', 'g'),
  '([0-9])(?=[a-z])', '\1 ', 'g'),
  '[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u00d7\u00f7\u060c\u061b\u061f\u066a-\u066d\u06d4\u2000-\u2bff\u3000-\u303f\ufeff]+', ' ', 'g'));
--> statement-breakpoint
CREATE FUNCTION word_stem(word text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN coalesce((ts_lexize('pg_catalog.english_stem'::regdictionary, word))[1], word);
--> statement-breakpoint
CREATE FUNCTION shortened_words(word text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  SELECT array_agg(DISTINCT CASE at WHEN 0 THEN word ELSE overlay(word placing '' from at for 1) END)
  FROM generate_series(0, CASE WHEN length(word) > 2 THEN least(length(word), 30) ELSE 0 END) AS at
);
--> statement-breakpoint
CREATE FUNCTION latin_letters(word text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(word, 'ابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنوہءیے', 'abpt1sjch2d3zr4zzs5sztzagfkkglmnvh0y6');
--> statement-breakpoint
CREATE FUNCTION word_sound(word text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN nullif(regexp_replace(regexp_replace(regexp_replace(
  translate(replace(replace(replace(replace(replace(word, 'ch', '1'), 'ph', 'f'), 'ck', 'k'), 'c', 'k'), '1', 'c'),
    'qwzثصذضظطحق', 'kvsسسزززتہک'),
  '^[aeiou]', '~'),
  '[aeiouyhاویےع]+', '', 'g'),
  '(.)\1+', '\1', 'g'), '');
--> statement-breakpoint
CREATE FUNCTION weighed_words(said text, weight text, place integer) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  SELECT string_agg(format('''%1$s'':%3$s%4$s ''%2$s'':%3$s%4$s', word, word_stem(word), least(place + at, 16383), weight), ' ')
  FROM unnest(string_to_array(search_key(said), ' ')) WITH ORDINALITY AS words (word, at) WHERE length(word) < 100
);
--> statement-breakpoint
CREATE FUNCTION told_words(said text, place integer) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  SELECT string_agg(format('''.%s'':%sD', word_stem(word), least(place + at, 16383)), ' ')
  FROM unnest(string_to_array(search_key(said), ' ')) WITH ORDINALITY AS words (word, at)
  WHERE length(word) BETWEEN 2 AND 99 AND ts_lexize('pg_catalog.english_stem'::regdictionary, word) <> '{}'
);
--> statement-breakpoint
CREATE FUNCTION product_search_words(item_code text, name text, name_ur text, keywords text, description text, description_ur text)
RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN concat_ws(' ',
  format('''#%s'':1', left(search_key(item_code), 200)),
  format('''=%s'':1', left(search_key(name), 200)),
  format('''=%s'':1', left(search_key(name_ur), 200)),
  weighed_words(item_code, 'A', 0),
  weighed_words(name, 'A', 10),
  weighed_words(name_ur, 'A', 100),
  weighed_words(keywords, 'B', 200),
  told_words(description, 300),
  told_words(description_ur, 1000))::tsvector;
--> statement-breakpoint
CREATE TABLE "search_synonyms" (
	"word" text collate "C" NOT NULL,
	"meaning" text NOT NULL,
	CONSTRAINT "search_synonyms_pkey" PRIMARY KEY("word","meaning")
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text collate "C" PRIMARY KEY NOT NULL,
	"shown" text NOT NULL,
	"shortened" text[] GENERATED ALWAYS AS (shortened_words(word)) STORED,
	"letters" text GENERATED ALWAYS AS (latin_letters(word)) STORED,
	"sound" text GENERATED ALWAYS AS (word_sound(word)) STORED
);
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "group_code" text;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "option_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "option_name_ur" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "keywords" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "search_words" tsvector GENERATED ALWAYS AS (product_search_words(item_code, name, name_ur, keywords, description, description_ur)) STORED;--> statement-breakpoint
CREATE INDEX "search_words_by_shortened" ON "search_words" USING gin ("shortened");--> statement-breakpoint
CREATE INDEX "search_words_by_sound" ON "search_words" USING btree ("sound");--> statement-breakpoint
CREATE INDEX "search_words_by_letters" ON "search_words" USING gin ("letters" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "products_by_search_words" ON "products" USING gin ("search_words");--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_one_option_per_group" UNIQUE("group_code","option_name");--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_option_has_its_name" CHECK ("products"."group_code" is null or ("products"."option_name" <> '' and "products"."option_name_ur" <> ''));
--> statement-breakpoint
CREATE FUNCTION learn_words() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  said text;
BEGIN
  IF TG_TABLE_NAME = 'products' THEN
    said := concat_ws(' ', NEW.name, NEW.name_ur, NEW.keywords);
  ELSE
    said := NEW.word;
  END IF;
  INSERT INTO search_words (word, shown)
  SELECT DISTINCT ON (word) word, shown FROM (
    SELECT search_key(part) AS word, lower(part) AS shown
    FROM regexp_split_to_table(said, '[\s/(),."،۔؟؛-]+') AS parts (part)
  ) AS said_words
  WHERE length(word) BETWEEN 2 AND 40 AND word !~ '[0-9 ]'
    AND NOT EXISTS (SELECT FROM search_words AS known WHERE known.word = said_words.word)
  ORDER BY word
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER products_learn_words AFTER INSERT OR UPDATE OF name, name_ur, keywords ON products
  FOR EACH ROW EXECUTE FUNCTION learn_words();
--> statement-breakpoint
CREATE TRIGGER search_synonyms_learn_words AFTER INSERT OR UPDATE ON search_synonyms
  FOR EACH ROW EXECUTE FUNCTION learn_words();
--> statement-breakpoint
UPDATE products SET name = name;
