// A text that is too long for one page, to stand below one of the invented case: it goes on within a numbered list and within a
// table. Knows Markdown, not where the program cuts it. Its items and rows are long and its links few, as a page is tried with every
// element that it has.

const WATCHES = ['morning', 'middle', 'evening', 'night'];

/** One of `words` for each number, in no order that a reader would see. */
const one = (words, number) => words[(number * 7 + Math.floor(number / 5)) % words.length];

function entry(number) {
  const cargo = one(['Two crates of glass', 'A boiler on a flat wagon', 'Forty sacks of lime', 'An empty tank', 'Rope and tar'], number);
  const how = one(['weighed and let through', 'sent back for its papers', 'kept at the gate until noon', 'not opened'], number + 3);
  const note = number % 10 === 0 ? '[^crossed]' : '';
  return `${number}. ${cargo}, ${how}. Written in the ${one(WATCHES, number)} watch, on leaf ${Math.ceil(number / 6)} of the gate book, between two lines that are crossed out${note}. The hand is that of the entry before; the hour stands at the edge of the leaf, where damp has taken the first figure of it, and the weight is given twice, the second time without the wagon. Below it somebody has counted the sacks once more, with another pen, and has come to the same number. ^entry-${number}`;
}

function measure(number) {
  const where = number % 20 === 1 ? ` see [entry ${number}](#^entry-${number})` : '';
  const remark = one(['calm', 'wind from the sea', 'ice at the piles', 'not legible'], number);
  return `| ${number} | ${one(WATCHES, number)} | ${(3 + (number % 9) / 10).toFixed(1)} m | ${remark};${where} read from the lower gauge by the light of the gate, and once more from the bridge when the water had stood for half an hour. The figure in the book was written over another one, which can still be read against the light and is a hand's breadth less; no reading was struck out on this leaf |`;
}

const many = (count, line) => Array.from({ length: count }, (_, index) => line(index + 1)).join('\n');

/** The text, which follows that of a page. */
export const LONG = `

## The gate book, entry by entry

What the gate book says of goods alone is given here whole, as an example of how a long record is copied.

98. Entries before the ninety-eighth are lost.
${many(65, (number) => entry(number + 98))}

[^crossed]: The lines that are crossed out were read against the light; they repeat the entry above.

## What was measured at the gauge

> [!disputed] Two gauges, two readings
> The second gauge stood a hand's breadth lower from the ninth entry on, so that the readings cannot be joined to one row.
>
> Nobody has said since when.

> [!quote] The rule at the head of the gate book
> Who writes here writes what he has seen himself, with the hour, and crosses out nothing.

| Entry | Watch | Height | Remarks |
|--:|---|--:|---|
${many(65, (number) => measure(number + 98))}
`;
