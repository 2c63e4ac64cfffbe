#!/usr/bin/env node
/**
 * Learns the weights by which speakers are told, and writes them into src/domain/quotes.
 *
 *   node scripts/learn-quote-weights.js ARTICLES.jsonl [--folds 5] [--predictions FILE] [--dry-run]
 *
 * A line of ARTICLES: {id, text, quotes: [{start, end, speaker_start?, speaker_end?, speaker_resolved?, speaker_kind?}], ignore?: [{start, end}]}, offsets
 * in UTF-16 code units, paragraphs apart by blank lines. With --predictions each article is also judged by weights that were
 * learned on the other folds, and the result is written as `dateline analyze --jsonl` would: that is the honest measure.
 * Nothing of the articles is kept but the weights. The same input gives the same weights.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { goldOf, isAntecedentRight, isIgnored, rightOnes } from './quote-labels.js';
import { learnWeights } from './softmax.js';

const QUOTES = new URL('../src/domain/quotes/', import.meta.url);
const load = async (file) => (await runnerImport(new URL(file, QUOTES).pathname)).module;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    folds: { type: 'string', default: '5' },
    predictions: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  },
});
const [corpus] = positionals;
if (corpus === undefined) {
  console.error('expected the path of a file of annotated articles, a JSON object a line');
  process.exit(2);
}

const { readArticle } = await load('reading.ts');
const { attributeRuns } = await load('attribute.ts');
const { linkMentions } = await load('clues.ts');
const { speechBy } = await load('speech.ts');
const { judgeBy } = await load('judge.ts');
const { SPEECH_MODEL } = await load('speech-clues.ts');
const { SPEAKER_MODEL } = await load('clue-table.ts');
const { ANTECEDENT_MODEL } = await load('antecedent-clues.ts');

/** Chosen by cross-validation: stronger on what few articles show together. */
const STRENGTH = { speech: 1e-3, speaker: 1e-3, antecedent: 2e-3 };

const paragraphsOf = (text) =>
  [...text.matchAll(/[^\n]+(?:\n(?!\n)[^\n]+)*/g)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

/** What an article teaches: for each quote and pronoun the candidates, and which of them are right. */
function lessonsOf(article, number) {
  const speech = [];
  const speaker = [];
  const antecedent = [];
  const reading = readArticle({ text: article.text, paragraphs: paragraphsOf(article.text) });
  const gold = goldOf(article, reading.runs);
  let quote;
  attributeRuns(reading, linkMentions(reading), {
    isSpeech: (run, clues) => {
      const said = gold.has(run);
      if (said || !isIgnored(article, run)) {
        const places = [SPEECH_MODEL.places(clues), []];
        speech.push({ article: number, weight: 1, right: [said, !said], places });
      }
      return said;
    },
    speaker: (run, candidates) => {
      quote = gold.get(run);
      const right = quote === undefined ? [] : rightOnes(reading, quote, candidates);
      if (right.includes(true)) {
        const weight = run.to - run.from < 6 ? 0.5 : 1;
        speaker.push({
          article: number,
          weight,
          right,
          places: candidates.map((each) => SPEAKER_MODEL.places(each.clues)),
        });
      }
      return { chosen: Math.max(0, right.indexOf(true)), sureness: 1 };
    },
    antecedent: (_pronoun, antecedents) => {
      const right = antecedents.map((each) => isAntecedentRight(quote, each.entity));
      if (right.includes(true)) {
        antecedent.push({
          article: number,
          weight: 1,
          right,
          places: antecedents.map((each) => ANTECEDENT_MODEL.places(each.clues)),
        });
      }
      return { chosen: right.includes(true) ? right.indexOf(true) : 0, sureness: 1 };
    },
  });
  return { speech, speaker, antecedent };
}

function learn(lessons) {
  const learnOne = (model, name) =>
    learnWeights(
      model,
      lessons.flatMap((each) => each[name]),
      STRENGTH[name],
    );
  return {
    speech: learnOne(SPEECH_MODEL, 'speech'),
    speaker: learnOne(SPEAKER_MODEL, 'speaker'),
    antecedent: learnOne(ANTECEDENT_MODEL, 'antecedent'),
  };
}

function predict(article, weights) {
  const { quotes } = speechBy(judgeBy(weights), {
    text: article.text,
    paragraphs: paragraphsOf(article.text),
  });
  return JSON.stringify({ id: article.id, quotes });
}

const articles = readFileSync(corpus, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const lessons = articles.map(lessonsOf);

if (options.predictions !== undefined) {
  const folds = Number(options.folds);
  const lines = [];
  for (let fold = 0; fold < folds; fold++) {
    const weights = learn(lessons.filter((_, number) => number % folds !== fold));
    for (const [number, article] of articles.entries()) {
      if (number % folds === fold) lines[number] = predict(article, weights);
    }
  }
  writeFileSync(options.predictions, `${lines.join('\n')}\n`);
}

const HEAD =
  '/** Hundredths for each value of each combination of clues. Written by `scripts/learn-quote-weights.js`: do not edit. */';

function write(file, name, table) {
  const rows = Object.entries(table).map(
    ([key, row]) => `  ${/^\w+$/.test(key) ? key : `'${key}'`}:\n    '${row}',`,
  );
  writeFileSync(
    new URL(file, QUOTES),
    `${HEAD}\nexport const ${name}: Readonly<Record<string, string>> = {\n${rows.join('\n')}\n};\n`,
  );
}

/** A row of hundredths for each combination: what `readWeights` of clue-model.ts reads. */
function tableOf(model, weights) {
  let at = 0;
  return Object.fromEntries(
    model.combinations.map((names, index) => {
      const row = weights.subarray(at, at + model.sizes[index]);
      at += model.sizes[index];
      return [names.join(' '), [...row].map((weight) => Math.round(weight * 100) || 0).join(' ')];
    }),
  );
}

if (!options['dry-run']) {
  const weights = learn(lessons);
  write('weights/speech.ts', 'SPEECH_WEIGHTS', tableOf(SPEECH_MODEL, weights.speech));
  write('weights/speaker.ts', 'SPEAKER_WEIGHTS', tableOf(SPEAKER_MODEL, weights.speaker));
  write('weights/antecedent.ts', 'ANTECEDENT_WEIGHTS', tableOf(ANTECEDENT_MODEL, weights.antecedent));
}
