// Makes outlines.bin of the npm package world-atlas, whose data is Natural Earth's and in the public domain:
//   npm install world-atlas@2.0.2 && node convert.mjs node_modules/world-atlas/countries-50m.json outlines.bin
// The file is a row of numbers, seven bits a byte, the lowest first; those that can be negative with their sign in the lowest bit:
// how many lines, and for each how many points and these, each as its distance from the one before in hundredths of a degree;
// how many rings of land, and for each how many lines and which, a line that is walked backwards as -1 - number;
// how many borders between two countries, and which lines they are.

import { readFileSync, writeFileSync } from 'node:fs';

const [, , from, to] = process.argv;
const { arcs, transform, objects } = JSON.parse(readFileSync(from, 'utf8'));
const HUNDREDTHS = 100;
/** Points nearer than this to the line between their neighbours are left out. */
const TOLERANCE = 2.5;
/** Rings with a smaller area than this are left out. */
const SMALLEST = 60;

const absolute = arcs.map((arc) => {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    [x, y] = [x + dx, y + dy];
    const degrees = [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]];
    return degrees.map((degree) => Math.round(degree * HUNDREDTHS));
  });
});

const lines = absolute.map((line) => simplified(line));
const rings = objects.land.geometries.flatMap(({ arcs }) => arcs.flat()).filter((ring) => area(ring) >= SMALLEST);
const users = new Map();
for (const country of objects.countries.geometries) {
  for (const arc of new Set(country.arcs.flat(Infinity).map((arc) => (arc < 0 ? ~arc : arc)))) {
    users.set(arc, (users.get(arc) ?? 0) + 1);
  }
}
const borders = [...users].filter(([, count]) => count > 1).map(([arc]) => arc).sort((a, b) => a - b);
const used = [...new Set([...rings.flat().map((arc) => (arc < 0 ? ~arc : arc)), ...borders])].sort((a, b) => a - b);
const place = new Map(used.map((arc, number) => [arc, number]));
const renamed = (arc) => (arc < 0 ? -1 - place.get(~arc) : place.get(arc));

const bytes = [];
put(used.length);
for (const arc of used) {
  put(lines[arc].length);
  let [x, y] = [0, 0];
  for (const [nextX, nextY] of lines[arc]) {
    putSigned(nextX - x);
    putSigned(nextY - y);
    [x, y] = [nextX, nextY];
  }
}
put(rings.length);
for (const ring of rings) {
  put(ring.length);
  ring.forEach((arc) => putSigned(renamed(arc)));
}
put(borders.length);
borders.forEach((arc) => put(place.get(arc)));
writeFileSync(to, Uint8Array.from(bytes));
console.log(`${used.length} lines, ${rings.length} rings, ${borders.length} borders, ${bytes.length} bytes`);

function put(number) {
  let rest = number;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
}

function putSigned(number) {
  put(number < 0 ? -2 * number - 1 : 2 * number);
}

/** Without the points that say nothing (Douglas and Peucker 1973); the ends stay, so that lines still meet. */
function simplified(line) {
  const kept = new Set([0, line.length - 1]);
  // A line that ends where it begins is halved first, or all of it would lie on one point.
  const open = [[0, line.length - 1]];
  while (open.length > 0) {
    const [start, end] = open.pop();
    let [farthest, distance] = [-1, TOLERANCE];
    for (let at = start + 1; at < end; at += 1) {
      const far = fromLine(line[at], line[start], line[end]);
      if (far > distance) [farthest, distance] = [at, far];
    }
    if (farthest > 0) {
      kept.add(farthest);
      open.push([start, farthest], [farthest, end]);
    }
  }
  return line.filter((_, at) => kept.has(at));
}

function fromLine([x, y], [x1, y1], [x2, y2]) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = Math.hypot(dx, dy);
  return length === 0 ? Math.hypot(x - x1, y - y1) : Math.abs(dy * (x - x1) - dx * (y - y1)) / length;
}

function area(ring) {
  const points = ring.flatMap((arc) => (arc < 0 ? absolute[~arc].toReversed() : absolute[arc]));
  const twice = points.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = points[(at + 1) % points.length];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}
