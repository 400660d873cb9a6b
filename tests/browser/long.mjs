// A text that is too long for one page, to stand below one of the invented case: it goes on within a numbered list and within a
// table. Knows Markdown, not where the program cuts it.

const WATCHES = ['morning', 'middle', 'evening', 'night'];

/** One of `words` for each number, in no order that a reader would see. */
const one = (words, number) => words[(number * 7 + Math.floor(number / 5)) % words.length];

function entry(number) {
  const cargo = one(['two crates of glass', 'a boiler on a flat wagon', 'forty sacks of lime', 'an empty tank', 'rope and tar'], number);
  const how = one(['weighed and let through', 'sent back for its papers', 'kept at the gate until noon', 'not opened'], number + 3);
  return `${number}. ${cargo}, ${how}; written in the ${one(WATCHES, number)} watch, on leaf ${Math.ceil(number / 6)} of the gate book, between two lines that are crossed out${number % 40 === 0 ? '[^crossed]' : ''} ^entry-${number}`;
}

function measure(number) {
  return `| ${number} | ${one(WATCHES, number)} | ${(3 + (number % 9) / 10).toFixed(1)} m | ${one(['calm', 'wind from the sea', 'ice at the piles', 'not legible'], number)} | as in entry [${number}](#^entry-${number}) |`;
}

const many = (count, line) => Array.from({ length: count }, (_, index) => line(index + 1)).join('\n');

/** The text, which follows that of a page. */
export const LONG = `

## The gate book, entry by entry

What the gate book says of goods alone is given here whole, as an example of how a long record is copied.

${many(180, entry)}

[^crossed]: The lines that are crossed out were read against the light; they repeat the entry above.

## What was measured at the gauge

> [!disputed] Two gauges, two readings
> The second gauge stood a hand's breadth lower from the ninth entry on, so that the readings cannot be joined to one row.
>
> Nobody has said since when.

> [!quote] The rule at the head of the gate book
> Who writes here writes what he has seen himself, with the hour, and crosses out nothing.

| Entry | Watch | Height | Remarks | Where |
|--:|---|--:|---|---|
${many(180, measure)}
`;
