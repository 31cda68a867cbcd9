/** One row of numbers, in the order of the names of the features. */
export type Row = readonly number[];

export const dot = (weights: Row, row: Row): number =>
  row.reduce((sum, value, n) => sum + value * (weights[n] ?? 0), 0);

/** A choice among candidates, some of which are right. */
export interface Choice {
  readonly candidates: readonly Row[];
  readonly right: readonly boolean[];
  /** How much the choice counts beside others; 1 when absent. */
  readonly weight?: number;
}

/** One over the place of the first right candidate when `weights` put them in order, 0 from the eleventh on: averaged, MRR@10. */
export function reciprocalRank({ candidates, right }: Choice, weights: Row): number {
  const order = candidates
    .map((row, n) => ({ score: dot(weights, row), right: right[n] === true }))
    .sort((a, b) => b.score - a.score);
  const at = order.findIndex((one) => one.right);
  return at < 0 || at >= 10 ? 0 : 1 / (at + 1);
}

/** Weights under which the right candidates are likeliest, by softmax regression with `ridge` times half the square of the weights. */
export function fitChoices(choices: readonly Choice[], ridge = 0.01): number[] {
  const total = choices.reduce((sum, { weight = 1 }) => sum + weight, 0);
  return descend(choices[0]?.candidates[0]?.length ?? 0, ridge, (weights, gradient) => {
    for (const { candidates, right, weight = 1 } of choices) {
      const powers = candidates.map((row) => Math.exp(Math.min(50, dot(weights, row))));
      const all = powers.reduce((sum, power) => sum + power, 0);
      const good = powers.reduce((sum, power, n) => sum + (right[n] === true ? power : 0), 0);
      for (const [n, row] of candidates.entries()) {
        const push = (powers[n] ?? 0) / all - (right[n] === true ? (powers[n] ?? 0) / good : 0);
        for (const [f, value] of row.entries()) gradient[f] = (gradient[f] ?? 0) + (push * value * weight) / total;
      }
    }
  });
}

/**
 * Weights under which the rows with a 1 are likelier than those with a 0, by logistic regression. The first column is
 * the constant; the others are brought to one scale for the penalty of `ridge`, and the weights back to theirs.
 */
export function fitLogistic(rows: readonly Row[], targets: readonly (0 | 1)[], ridge: number): number[] {
  const columns = (rows[0] ?? []).map((_, f) => rows.map((row) => row[f] ?? 0));
  const means = columns.map((column, f) => (f === 0 ? 0 : mean(column)));
  const scales = columns.map((column, f) =>
    f === 0 ? 1 : Math.sqrt(mean(column.map((value) => (value - (means[f] ?? 0)) ** 2))) || 1,
  );
  const scaled = rows.map((row) => row.map((value, f) => (value - (means[f] ?? 0)) / (scales[f] ?? 1)));
  const weights = descend(columns.length, ridge, (current, gradient) => {
    for (const [n, row] of scaled.entries()) {
      const push = 1 / (1 + Math.exp(-dot(current, row))) - (targets[n] ?? 0);
      for (const [f, value] of row.entries()) gradient[f] = (gradient[f] ?? 0) + (push * value) / rows.length;
    }
  }).map((weight, f) => weight / (scales[f] ?? 1));
  return [(weights[0] ?? 0) - dot(weights, means), ...weights.slice(1)];
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

const STEPS = 400;

/** Adam with its usual settings. https://arxiv.org/abs/1412.6980 */
function descend(size: number, ridge: number, addGradient: (weights: number[], gradient: number[]) => void): number[] {
  const weights = Array.from({ length: size }, () => 0);
  const [slopes, squares] = [weights.slice(), weights.slice()];
  for (let step = 1; step <= STEPS; step++) {
    const gradient = weights.map((weight) => ridge * weight);
    addGradient(weights, gradient);
    for (const [f, slope] of gradient.entries()) {
      slopes[f] = 0.9 * (slopes[f] ?? 0) + 0.1 * slope;
      squares[f] = 0.999 * (squares[f] ?? 0) + 0.001 * slope * slope;
      const [m, s] = [(slopes[f] ?? 0) / (1 - 0.9 ** step), (squares[f] ?? 0) / (1 - 0.999 ** step)];
      weights[f] = (weights[f] ?? 0) - (0.1 * m) / (Math.sqrt(s) + 1e-8);
    }
  }
  return weights;
}
