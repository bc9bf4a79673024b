// Read a feed from standard input with two readers and print what they understood.
import { readFileSync } from 'node:fs';
import { parseFeed } from 'feedsmith';
import partytime from 'podcast-partytime';

const xml = readFileSync(0, 'utf8');
const party = (partytime.default ?? partytime).parseFeed(xml);
const smith = parseFeed(xml);
process.stdout.write(JSON.stringify({ party, smith }));
