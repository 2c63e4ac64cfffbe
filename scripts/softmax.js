/**
 * A ranking by a sum of weights, learned by softmax over the candidates of each lesson (the right ones share the credit), with
 * a squared penalty. Deterministic: all lessons at each step, Adam, from zero.
 */

/** Weights of what fewer articles show stay zero: they would be fitted to single articles. */
const LEAST_ARTICLES = 5;
const STEPS = 120;
const RATE = 0.1;
/** How much more pairs and triples are held back than single clues. */
const PENALTY = [1, 2, 4];

function articlesByPlace(size, lessons) {
  const count = new Uint16Array(size);
  const last = new Int32Array(size).fill(-1);
  for (const lesson of lessons) {
    for (const place of lesson.places.flat()) {
      if (last[place] === lesson.article) continue;
      last[place] = lesson.article;
      count[place]++;
    }
  }
  return count;
}

function penalties(model, strength) {
  const all = new Float64Array(model.size);
  let at = 0;
  for (const [index, names] of model.combinations.entries()) {
    all.fill(strength * PENALTY[names.length - 1], at, at + model.sizes[index]);
    at += model.sizes[index];
  }
  return all;
}

function addGradient(gradient, weights, lesson) {
  const sums = lesson.places.map((places) => places.reduce((sum, place) => sum + weights[place], 0));
  const top = Math.max(...sums);
  const odds = sums.map((sum) => Math.exp(sum - top));
  const all = odds.reduce((sum, each) => sum + each, 0);
  const right = odds.reduce((sum, each, index) => sum + (lesson.right[index] ? each : 0), 0);
  for (const [index, each] of odds.entries()) {
    const pull = lesson.weight * (each / all - (lesson.right[index] ? each / right : 0));
    if (Math.abs(pull) < 1e-6) continue;
    for (const place of lesson.places[index]) gradient[place] += pull;
  }
}

/** The weights of `model` that explain the lessons best; `strength` is that of the penalty. */
export function learnWeights(model, lessons, strength) {
  const seen = articlesByPlace(model.size, lessons);
  const live = [...seen.keys()].filter((place) => seen[place] >= LEAST_ARTICLES);
  const penalty = penalties(model, strength);
  const weights = new Float64Array(model.size);
  const slow = new Float64Array(model.size);
  const square = new Float64Array(model.size);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = new Float64Array(model.size);
    for (const lesson of lessons) addGradient(gradient, weights, lesson);
    const rate = RATE * (1 - step / (STEPS + 1));
    for (const place of live) {
      const pull = gradient[place] / lessons.length + penalty[place] * weights[place];
      slow[place] = 0.9 * slow[place] + 0.1 * pull;
      square[place] = 0.999 * square[place] + 0.001 * pull * pull;
      weights[place] -=
        (rate * (slow[place] / (1 - 0.9 ** step))) / (Math.sqrt(square[place] / (1 - 0.999 ** step)) + 1e-8);
    }
  }
  return weights.map((weight) => (Math.abs(weight) < 0.03 ? 0 : weight));
}
