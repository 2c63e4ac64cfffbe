/**
 * Learns src/domain/summary/weights.ts from articles with summaries that people wrote.
 *
 *   npm run build && node scripts/learn-summary-weights.js corpus.jsonl[=weight] …
 *
 * One object a line: {"text", "summary", "title"?}. `weight` is how much one article of the file counts (1). The first
 * stage is a logistic model of which words of an article its summary has; the second a ridge regression of what a
 * sentence has beyond its words. Both are solved in full: the same corpora give the same weights.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const built = (path) => import(new URL(`../dist/domain/summary/${path}.js`, import.meta.url).href);
const { findCandidates, isFit } = await built('candidates');
const { readWords, storyStems } = await built('story-words');
const { AGAIN_FEATURES, againFeatures, WORD_FEATURES, wordFeatures } = await built('word-features');
const { SENTENCE_FEATURES, sentenceFeatures } = await built('sentence-features');
const { MOST_TIMES } = await built('choose');

const WORD_RIDGE = 3;
const SENTENCE_RIDGE = 5;
const NEWTON_STEPS = 6;
/** Words of a middling sentence: a longer one counts for more in the second stage. */
const SENTENCE_WORDS = 25;

function dot(one, other) {
  return one.reduce((sum, value, at) => sum + value * other[at], 0);
}

/** Gauss-Jordan elimination with row pivots. */
function solve(matrix, right) {
  const rows = matrix.map((row, at) => [...row, right[at]]);
  for (let at = 0; at < rows.length; at++) {
    const pivot = rows.slice(at).reduce((best, row, step) => {
      return Math.abs(row[at]) > Math.abs(rows[best][at]) ? at + step : best;
    }, at);
    [rows[at], rows[pivot]] = [rows[pivot], rows[at]];
    rows[at] = rows[at].map((value) => value / rows[at][at]);
    for (const [other, row] of rows.entries()) {
      if (other !== at && row[at] !== 0)
        rows[other] = row.map((value, column) => value - row[at] * rows[at][column]);
    }
  }
  return rows.map((row) => row.at(-1));
}

/** The ridge solution of weighted least squares; `examples` are {x, y, weight}. */
function leastSquares(examples, size, ridge) {
  const matrix = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (row === column ? ridge : 0)),
  );
  const right = new Array(size).fill(0);
  for (const { x, y, weight } of examples) {
    for (let row = 0; row < size; row++) {
      if (x[row] === 0) continue;
      right[row] += weight * x[row] * y;
      for (let column = 0; column < size; column++) matrix[row][column] += weight * x[row] * x[column];
    }
  }
  return solve(matrix, right);
}

/** Newton's method: each step is a least-squares problem on what the last one left over. */
function logistic(examples, size, ridge) {
  let weights = new Array(size).fill(0);
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const worked = examples.map(({ x, y, weight }) => {
      const z = dot(x, weights);
      const p = 1 / (1 + Math.exp(-z));
      const slope = Math.max(p * (1 - p), 1e-9);
      return { x, y: z + (y - p) / slope, weight: weight * slope };
    });
    weights = leastSquares(worked, size, ridge);
  }
  return weights;
}

function paragraphsOf(text) {
  return [...text.matchAll(/\S[\s\S]*?(?=\n\s*\n|$(?![\s\S]))/g)].map((found) => ({
    text: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));
}

function prepare({ text, title, summary }, weight) {
  const sentences = findCandidates({ text, paragraphs: paragraphsOf(text) });
  const words = readWords(sentences, title);
  const wanted = new Map();
  for (const stem of storyStems(summary)) wanted.set(stem, (wanted.get(stem) ?? 0) + 1);
  const story = { sentences: sentences.length, hasTitle: words.hasTitle };
  const rows = words.facts.map((word) =>
    Array.from({ length: Math.min(MOST_TIMES, word.count) }, (_, at) => ({
      x: [
        ...wordFeatures(word, story, new Float64Array(WORD_FEATURES.length)),
        ...againFeatures(word, at + 1, new Float64Array(AGAIN_FEATURES.length)),
      ],
      y: (wanted.get(word.lexeme.stem) ?? 0) > at ? 1 : 0,
      weight,
    })),
  );
  return { sentences, words, rows, weight };
}

function sentenceExamples({ sentences, words, rows, weight }, wordWeights) {
  const expected = rows.map((times) => times.map(({ x }) => 1 / (1 + Math.exp(-dot(x, wordWeights)))));
  return sentences.flatMap((sentence, place) => {
    const own = words.sentences[place];
    if (!isFit(sentence) || own.length === 0) return [];
    const seen = new Map();
    let left = 0;
    for (const word of own) {
      const time = seen.get(word) ?? 0;
      seen.set(word, time + 1);
      if (time < rows[word].length) left += rows[word][time].y - expected[word][time];
    }
    const features = new Float64Array(SENTENCE_FEATURES.length);
    const x = [...sentenceFeatures(sentence, sentences[place - 1], words, features)];
    return [{ x, y: left / own.length, weight: (weight * own.length) / SENTENCE_WORDS }];
  });
}

export function learn(articles) {
  const prepared = articles.map(({ article, weight }) => prepare(article, weight));
  const words = logistic(
    prepared.flatMap(({ rows }) => rows.flat()),
    WORD_FEATURES.length + AGAIN_FEATURES.length,
    WORD_RIDGE,
  );
  const examples = prepared.flatMap((one) => sentenceExamples(one, words));
  return { words, sentences: leastSquares(examples, SENTENCE_FEATURES.length, SENTENCE_RIDGE) };
}

function tableOf(name, of, names, weights) {
  const rows = names.map(
    (key, at) => `  ${/\W/.test(key) ? `'${key}'` : key}: ${Number(weights[at].toFixed(3))},`,
  );
  return `export const ${name}: Readonly<Record<(typeof ${of})[number], number>> = {\n${rows.join('\n')}\n};\n`;
}

export function weightsFile({ words, sentences }) {
  return `import type { SENTENCE_FEATURES } from './sentence-features.ts';
import type { AGAIN_FEATURES, WORD_FEATURES } from './word-features.ts';

/** Written by scripts/learn-summary-weights.js; the odds that a summary has a word. */
${tableOf('WORD_WEIGHTS', 'WORD_FEATURES', WORD_FEATURES, words)}
/** Written by scripts/learn-summary-weights.js; what changes when the summary has the word already. */
${tableOf('AGAIN_WEIGHTS', 'AGAIN_FEATURES', AGAIN_FEATURES, words.slice(WORD_FEATURES.length))}
/** Written by scripts/learn-summary-weights.js; the share of a sentence's words that a summary has beyond those odds. */
${tableOf('SENTENCE_WEIGHTS', 'SENTENCE_FEATURES', SENTENCE_FEATURES, sentences)}`;
}

if (process.argv[1] === import.meta.filename) {
  const corpora = process.argv.slice(2);
  if (corpora.length === 0) {
    process.stderr.write('Expected: node scripts/learn-summary-weights.js corpus.jsonl[=weight] …\n');
    process.exit(2);
  }
  const articles = corpora.flatMap((corpus) => {
    const [path, weight = '1'] = corpus.split('=');
    const lines = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    return lines.map((line) => ({ article: JSON.parse(line), weight: Number(weight) }));
  });
  writeFileSync(new URL('../src/domain/summary/weights.ts', import.meta.url), weightsFile(learn(articles)));
}
