import { type Placeholder, type SQL, sql } from "drizzle-orm";
import { searchSynonyms, searchWords } from "@/db/schema/catalog";

const MOST_WORDS = 8;
const MOST_MEANINGS = 3;

const quoted = (word: SQL) => sql`'''' || ${word} || ''''`;

/** A word or its stem in names and keywords, its stem in descriptions. */
const whole = (word: SQL) =>
  sql`concat(${quoted(word)}, ' | ', ${quoted(sql`word_stem(${word})`)}, ' | ', ${quoted(sql`'.' || word_stem(${word})`)})`;

/** The nearest words to one that begins no known word: a letter too many, too few, wrong or swapped, or the same sound. */
const nearest = sql`
  select word, shown, closeness from (
    select word, shown, closeness, max(closeness) over () as best from (
      select word, shown, similarity(letters, typed.letters) - 0.04 * abs(length(word) - length(typed.word))
        + case when left(letters, 1) = left(typed.letters, 1) then 0.15 else 0 end
        + case when shortened && typed.shortened then 0.3 else 0 end
        + case when sound = typed.sound then 0.25 else 0 end
        + case when letters like '%' || typed.letters || '%' then 0.3 else 0 end as closeness
      from ${searchWords}
      where letters % typed.letters or shortened && typed.shortened or sound = typed.sound
        or letters like '%' || typed.letters || '%'
    ) as near
  ) as nearest
  where closeness >= 0.45 and closeness >= best * 0.8
  order by closeness desc, word limit ${sql.raw(String(MOST_MEANINGS))}`;

/**
 * What a typed text asks for, as WITH queries: `meant` has for each typed word what it may mean (itself, and where it is
 * no word of ours its nearest ones), `asked` has the text-search queries, all of them null where no word was typed:
 * `whole` the words as they are, `begun` their beginnings, `said` with stems and synonyms, `full` mistakes forgiven.
 */
export const askedWords = (search: Placeholder): SQL => sql`
  typed as materialized (
    select word, min(at) as at, latin_letters(word) as letters, shortened_words(word) as shortened, word_sound(word) as sound
    from unnest(string_to_array(search_key(${search}::text), ' ')) with ordinality as parts (word, at)
    where length(word) < 100 group by word order by min(at) limit ${sql.raw(String(MOST_WORDS))}
  ),
  telling as materialized (
    select * from typed where not exists (select from ${searchSynonyms} where word = typed.word and meaning = '')
  ),
  meant as materialized (
    select at, word as typed, word, null::text as shown, 0::double precision as closeness, false as is_guess
    from typed where at in (select at from telling) or not exists (select from telling)
    union all
    select at, typed.word, near.word, near.shown, near.closeness, true
    from telling as typed cross join lateral (${nearest}) as near
    where length(typed.word) > 2 and typed.word !~ '[0-9]'
      and not exists (select from ${searchWords} where word >= typed.word and word < typed.word || chr(1114111))
      and not exists (select from ${searchWords} where word = word_stem(typed.word))
  ),
  parts as (
    select at, is_guess, case
      when is_guess and length(word) < 5 or word ~ '^[0-9]+$' then ${whole(sql`word`)}
      when length(word) = 1 then concat(${quoted(sql`word`)}, ' | ', ${quoted(sql`'=' || word`)}, ':*')
      else concat(${quoted(sql`word`)}, ':* | ', ${whole(sql`word`)}) end as part
    from meant
    union all
    select at, is_guess, (
      select concat('(', string_agg(concat('(', ${whole(sql`each`)}, ')'), ' & '), ')')
      from unnest(string_to_array(search_key(meaning), ' ')) as each)
    from meant join ${searchSynonyms} on search_synonyms.word = meant.word where meaning <> ''
  ),
  asked as materialized (
    select search_key(${search}::text) as key, string_agg(full_part, ' & ')::tsquery as full,
      string_agg(said_part, ' & ')::tsquery as said, string_agg(begun, ' & ')::tsquery as begun,
      string_agg(whole, ' & ')::tsquery as whole
    from (
      select concat('(', string_agg(part, ' | '), ')') as full_part,
        concat('(', string_agg(part, ' | ') filter (where not is_guess), ')') as said_part,
        (select concat(${quoted(sql`word`)}, ':*AB') from typed where typed.at = parts.at) as begun,
        (select concat(${quoted(sql`word`)}, ':AB') from typed where typed.at = parts.at) as whole
      from parts group by at
    ) as words
  )`;
